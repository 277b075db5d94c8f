package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.TestTable.all;
import static dev.dynamoemulator.suite.TestTable.definition;
import static dev.dynamoemulator.suite.TestTable.element;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DeleteGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Tables and what belongs to them (tables.md). */
class TableTest extends BehaviourTest {

  @Test
  void describesWhatToolsWaitFor() {
    table().globalIndex("index", all(), "g:S").create("pk:S");

    TableDescription table = describe();

    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.tableId()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(table.tableArn())
        .isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/" + tableName);
    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.deletionProtectionEnabled()).isFalse();
    assertThat(table.warmThroughput().statusAsString()).isEqualTo("ACTIVE");
    assertThat(table.warmThroughput().readUnitsPerSecond()).isEqualTo(12000);
    assertThat(table.itemCount()).isZero();
    assertThat(table.creationDateTime()).isNotNull();
    assertThat(table.globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE);
              assertThat(index.indexArn()).isEqualTo(table.tableArn() + "/index/index");
              assertThat(index.backfilling()).isNull();
            });
  }

  @Test
  void listsTablesInOrderPageByPage() {
    List<String> names = IntStream.range(0, 5).mapToObj(i -> tableName + "." + i).toList();
    names.forEach(name -> new TestTable(client, name).create("pk:S"));
    try {
      List<String> listed =
          client
              .listTablesPaginator(list -> list.exclusiveStartTableName(tableName).limit(2))
              .tableNames()
              .stream()
              .limit(5)
              .toList();

      assertThat(listed).isEqualTo(names);
    } finally {
      names.forEach(name -> client.deleteTable(table -> table.tableName(name)));
    }
  }

  @Test
  void addsAnIndexOverTheItemsThatAreThere() {
    TestTable table = table().create("pk:S");
    for (int i = 0; i < 30; i++) {
      table.put(i % 3 == 0 ? Map.of("pk", s("k" + i), "g", s("x")) : Map.of("pk", s("k" + i)));
    }
    table.put(Map.of("pk", s("wrong type"), "g", n(1)));

    client.updateTable(
        update ->
            update
                .tableName(tableName)
                .attributeDefinitions(definition("pk", "S"), definition("g", "S"))
                .globalSecondaryIndexUpdates(create("byG")));
    awaitIndex();

    assertThat(client.scan(scan -> scan.tableName(tableName).indexName("byG")).count())
        .isEqualTo(10);
    assertThat(Failure.of(() -> table.put(Map.of("pk", s("a"), "g", n(1)))))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values were invalid: Type mismatch for Index Key g Expected:"
                    + " S Actual: N IndexName: byG"));
    table.put(Map.of("pk", s("new"), "g", s("x")));
    assertThat(client.scan(scan -> scan.tableName(tableName).indexName("byG")).count())
        .isEqualTo(11);
  }

  @Test
  void dropsAnIndexAndItsDefinition() {
    table().globalIndex("byG", all(), "g:S").create("pk:S").put(Map.of("pk", s("a"), "g", s("x")));

    client.updateTable(
        update ->
            update
                .tableName(tableName)
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .delete(DeleteGlobalSecondaryIndexAction.builder().indexName("byG").build())
                        .build()));
    awaitIndex();

    assertThat(describe().hasGlobalSecondaryIndexes()).isFalse();
    assertThat(describe().attributeDefinitions()).containsExactly(definition("pk", "S"));
    assertThat(Failure.of(() -> client.scan(scan -> scan.tableName(tableName).indexName("byG"))))
        .isEqualTo(Failure.validation("The table does not have the specified index: byG"));
  }

  private static GlobalSecondaryIndexUpdate create(String indexName) {
    return GlobalSecondaryIndexUpdate.builder()
        .create(
            CreateGlobalSecondaryIndexAction.builder()
                .indexName(indexName)
                .keySchema(element("g", KeyType.HASH))
                .projection(all())
                .build())
        .build();
  }

  /** As tools do: asks until nothing is in transition. */
  private void awaitIndex() {
    long end = System.nanoTime() + 20_000_000_000L;
    while (describe().tableStatus() != TableStatus.ACTIVE
        || describe().globalSecondaryIndexes().stream()
            .anyMatch(index -> index.indexStatus() != IndexStatus.ACTIVE)) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void changesBillingModeAndThroughput() {
    table().create("pk:S");

    client.updateTable(
        update ->
            update
                .tableName(tableName)
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units(3, 4)));
    awaitIndex();
    assertThat(describe().provisionedThroughput().readCapacityUnits()).isEqualTo(3);

    assertThat(
            Failure.of(
                () ->
                    client.updateTable(
                        update -> update.tableName(tableName).provisionedThroughput(units(3, 4)))))
        .isEqualTo(
            Failure.validation(
                "The provisioned throughput for the table will not change. The requested value"
                    + " equals the current value. Current ReadCapacityUnits provisioned for the"
                    + " table: 3. Requested ReadCapacityUnits: 3. Current WriteCapacityUnits"
                    + " provisioned for the table: 4. Requested WriteCapacityUnits: 4. Refer to"
                    + " the Amazon DynamoDB Developer Guide for current limits and how to request"
                    + " higher limits."));
  }

  private static ProvisionedThroughput units(long read, long write) {
    return ProvisionedThroughput.builder()
        .readCapacityUnits(read)
        .writeCapacityUnits(write)
        .build();
  }

  /** The table stays: protection changes at most once in 15 seconds (tables.md §6.1). */
  @Test
  void protectsFromDeletion() {
    table().create("pk:S");
    client.updateTable(u -> u.tableName(tableName).deletionProtectionEnabled(true));

    assertThat(Failure.of(() -> client.deleteTable(table -> table.tableName(tableName))))
        .isEqualTo(
            Failure.validation(
                "Resource cannot be deleted as it is currently protected against deletion. Disable"
                    + " deletion protection first."));
  }

  @Test
  void turnsStreamsOnAndOff() {
    table().create("pk:S");

    TableDescription on =
        client
            .updateTable(
                update ->
                    update
                        .tableName(tableName)
                        .streamSpecification(
                            stream ->
                                stream
                                    .streamEnabled(true)
                                    .streamViewType(StreamViewType.NEW_IMAGE)))
            .tableDescription();
    assertThat(on.latestStreamArn()).isEqualTo(on.tableArn() + "/stream/" + on.latestStreamLabel());

    client.updateTable(
        update -> update.tableName(tableName).streamSpecification(s -> s.streamEnabled(false)));
    assertThat(describe().streamSpecification()).isNull();
  }

  @Test
  void keepsTags() {
    table().create("pk:S");
    String arn = describe().tableArn();

    client.tagResource(tag -> tag.resourceArn(arn).tags(tag("a", "1"), tag("b", "")));
    client.tagResource(tag -> tag.resourceArn(arn).tags(tag("a", "2")));
    client.untagResource(untag -> untag.resourceArn(arn).tagKeys("b", "none"));

    assertThat(client.listTagsOfResource(list -> list.resourceArn(arn)).tags())
        .containsExactly(tag("a", "2"));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void keepsItsTimeToLiveSetting() {
    table().create("pk:S");
    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.DISABLED);
    TimeToLiveSpecification expiry =
        TimeToLiveSpecification.builder().attributeName("expires").enabled(true).build();

    assertThat(
            client
                .updateTimeToLive(u -> u.tableName(tableName).timeToLiveSpecification(expiry))
                .timeToLiveSpecification())
        .isEqualTo(expiry);
    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.ENABLED);

    assertThat(
            Failure.of(
                () ->
                    client.updateTimeToLive(
                        u -> u.tableName(tableName).timeToLiveSpecification(expiry))))
        .isEqualTo(Failure.validation("TimeToLive is already enabled"));
  }

  private TimeToLiveStatus timeToLive() {
    return client
        .describeTimeToLive(describe -> describe.tableName(tableName))
        .timeToLiveDescription()
        .timeToLiveStatus();
  }

  @Test
  void tellsLimitsAndEndpoints() {
    assertThat(client.describeLimits().tableMaxReadCapacityUnits()).isPositive();
    assertThat(client.describeEndpoints().endpoints()).isNotEmpty();
  }

  private TableDescription describe() {
    return client.describeTable(table -> table.tableName(tableName)).table();
  }
}
