package dev.dynamoemulator.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of tables and indexes while their insights are enabled. */
class ContributorsTest {

  private static final Namespace HOME = new Namespace("000000000000", "us-east-1");
  private static final Duration HOUR = Duration.ofHours(1);

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @BeforeEach
  void createTable() {
    emulator.createIndexedTable(
        "things",
        """
        'BillingMode':'PAY_PER_REQUEST','GlobalSecondaryIndexes':[{'IndexName':'byG',
          'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'ALL'}}]
        """);
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void ranksPartitionKeysAndItemsByTheirCapacity() {
    enable("");
    put("a", "1", "x", 10);
    put("a", "2", "x", 10);
    put("b", "1", "x", 2_500);
    emulator.call("GetItem", "{'TableName':'things','Key':{'pk':{'S':'a'},'sk':{'S':'1'}}}");
    emulator.call(
        "GetItem",
        "{'TableName':'things','ConsistentRead':true,'Key':{'pk':{'S':'a'},'sk':{'S':'1'}}}");

    ContributorReport report = report((String) null).orElseThrow();

    assertThat(texts(report.accessedPartitionKeys())).containsExactly("a 3.5", "b 3.0");
    assertThat(texts(report.accessedItems())).containsExactly("b/1 3.0", "a/1 2.5", "a/2 1.0");
    assertThat(report.throttledPartitionKeys()).isEmpty();
  }

  @Test
  void countsAnIndexByItsOwnKey() {
    enable("'IndexName':'byG',");
    put("a", "1", "x", 10);
    put("b", "1", "x", 10);
    put("c", "1", "y", 10);
    emulator.call(
        "Query",
        """
        {'TableName':'things','IndexName':'byG','KeyConditionExpression':'g = :g',
         'ExpressionAttributeValues':{':g':{'S':'y'}}}
        """);

    ContributorReport report = report("byG").orElseThrow();

    assertThat(report.accessedPartitionKeys().get(0).amount()).isEqualTo(2);
    assertThat(report.accessedPartitionKeys().get(0).key().get("g"))
        .isEqualTo(new AttributeValue.S("x"));
    assertThat(report.accessedPartitionKeys().get(1).amount()).isBetween(1.0, 1.5);
    assertThat(report.accessedItems()).isEmpty();
    assertThat(report((String) null)).isEmpty();
  }

  @Test
  void countsBatchesAndTransactions() {
    enable("");
    emulator.call(
        "BatchWriteItem",
        "{'RequestItems':{'things':[{'PutRequest':{'Item':{'pk':{'S':'a'},'sk':{'S':'1'}}}}]}}");
    emulator.call(
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'things','Item':{'pk':{'S':'a'},'sk':{'S':'1'}}}}]}");
    emulator.call(
        "TransactGetItems",
        "{'TransactItems':[{'Get':{'TableName':'things','Key':{'pk':{'S':'a'},'sk':{'S':'1'}}}}]}");

    assertThat(texts(report((String) null).orElseThrow().accessedPartitionKeys()))
        .containsExactly("a 5.0");
  }

  @Test
  void looksBackNoFurtherThanTheWindow() {
    enable("");
    put("a", "1", "x", 10);
    emulator.advance(600);
    put("b", "1", "x", 10);

    assertThat(texts(report(Duration.ofMinutes(5)).accessedPartitionKeys()))
        .containsExactly("b 1.0");
    assertThat(texts(report(HOUR).accessedPartitionKeys())).containsExactly("a 1.0", "b 1.0");
    emulator.advance(3_000);
    assertThat(texts(report(HOUR).accessedPartitionKeys())).containsExactly("b 1.0");
  }

  @Test
  void keepsTheLargestAmongManyKeys() {
    TopKeys keys = new TopKeys();
    for (int i = 0; i < 10_000; i++) {
      keys.add(List.of(new AttributeValue.S("small" + i)), 1);
      keys.add(List.of(new AttributeValue.S("large")), 1);
    }

    var sums = new java.util.HashMap<List<AttributeValue>, TopKeys.Count>();
    keys.addTo(sums);

    assertThat(sums).hasSize(TopKeys.CAPACITY);
    TopKeys.Count large = sums.get(List.of(new AttributeValue.S("large")));
    assertThat(large.amount() - large.error()).isLessThanOrEqualTo(10_000);
    assertThat(large.amount()).isBetween(10_000.0, 10_200.0);
  }

  @Test
  void stopsWhenDisabled() {
    enable("");
    emulator.call(
        "UpdateContributorInsights",
        "{'TableName':'things','ContributorInsightsAction':'DISABLE'}");

    assertThat(report((String) null)).isEmpty();
    assertThat(emulator.emulator.contributors(HOME, "things", "absent", HOUR)).isEmpty();
    assertThat(emulator.emulator.contributors(HOME, "absent", null, HOUR)).isEmpty();
  }

  private void enable(String members) {
    emulator.call(
        "UpdateContributorInsights",
        "{'TableName':'things',%s'ContributorInsightsAction':'ENABLE'}",
        members);
  }

  private void put(String pk, String sk, String g, int length) {
    emulator.call(
        "PutItem",
        "{'TableName':'things','Item':{'pk':{'S':'%s'},'sk':{'S':'%s'},'g':{'S':'%s'},"
            + "'v':{'S':'%s'}}}",
        pk,
        sk,
        g,
        "v".repeat(length));
  }

  private Optional<ContributorReport> report(String indexName) {
    return emulator.emulator.contributors(HOME, "things", indexName, HOUR);
  }

  private ContributorReport report(Duration window) {
    return emulator.emulator.contributors(HOME, "things", null, window).orElseThrow();
  }

  private static List<String> texts(List<Contributor> contributors) {
    return contributors.stream()
        .map(
            contributor ->
                contributor.key().values().stream()
                        .map(value -> ((AttributeValue.S) value).value())
                        .reduce((left, right) -> left + "/" + right)
                        .orElseThrow()
                    + " "
                    + contributor.amount())
        .toList();
  }
}
