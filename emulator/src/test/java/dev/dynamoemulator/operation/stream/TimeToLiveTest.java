package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of expired items (tables.md §11.2, streams.md §7.7). */
class TimeToLiveTest {

  private static final long NOW = StreamFixture.START.getEpochSecond();

  private final StreamFixture streams = StreamFixture.create();
  private String arn;

  @BeforeEach
  void createTable() {
    arn =
        streams
            .call(
                "CreateTable",
                """
                {'TableName':'sessions','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
                   {'AttributeName':'user','AttributeType':'S'}],
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                 'GlobalSecondaryIndexes':[{'IndexName':'users',
                   'KeySchema':[{'AttributeName':'user','KeyType':'HASH'}],
                   'Projection':{'ProjectionType':'ALL'}}],
                 'StreamSpecification':
                   {'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}
                """)
            .at("/TableDescription/LatestStreamArn")
            .asText();
    setTimeToLive(true);
  }

  @Test
  void itemIsThereUntilTheSweepAndGoneAfterwards() {
    put("a", NOW + 10);
    streams.advance(Duration.ofSeconds(11));
    assertThat(count("")).isEqualTo(1);
    assertThat(count(",'IndexName':'users'")).isEqualTo(1);

    assertThat(streams.sweep.run()).isEqualTo(1);

    assertThat(count("")).isZero();
    assertThat(count(",'IndexName':'users'")).isZero();
    assertThat(streams.sweep.run()).isZero();
  }

  @Test
  void recordNamesTheService() {
    put("a", NOW - 10);
    streams.sweep.run();
    put("b", NOW - 10);
    streams.delete("sessions", "b");

    List<JsonNode> removals =
        streams.records(arn).stream()
            .filter(record -> record.get("eventName").asText().equals("REMOVE"))
            .toList();
    assertThat(removals).hasSize(2);
    assertThat(removals.get(0).get("userIdentity").toString())
        .isEqualTo("{\"PrincipalId\":\"dynamodb.amazonaws.com\",\"Type\":\"Service\"}");
    assertThat(removals.get(0).at("/dynamodb/OldImage/pk/S").asText()).isEqualTo("a");
    assertThat(removals.get(1).has("userIdentity")).isFalse();
  }

  @Test
  void updateRescuesAnExpiredItem() {
    put("a", NOW - 10);
    put("b", NOW - 10);
    streams.call(
        "UpdateItem",
        """
        {'TableName':'sessions','Key':{'pk':{'S':'a'}},'UpdateExpression':'REMOVE #t',
         'ExpressionAttributeNames':{'#t':'ttl'}}
        """);

    assertThat(streams.sweep.run()).isEqualTo(1);
    assertThat(count("")).isEqualTo(1);
  }

  @Test
  void nothingExpiresWhileTimeToLiveIsOff() {
    put("a", NOW - 10);
    streams.advance(Duration.ofHours(1));
    setTimeToLive(false);

    assertThat(streams.sweep.run()).isZero();
    assertThat(count("")).isEqualTo(1);
  }

  @Test
  void sweepsAtIntervals() {
    streams.sweep.every(Duration.ofSeconds(10));
    put("a", NOW + 15);

    streams.advance(Duration.ofSeconds(19));
    assertThat(count("")).isEqualTo(1);

    streams.advance(Duration.ofSeconds(1));
    assertThat(count("")).isZero();
  }

  @Test
  void leavesItemsOfAnOngoingTransactionToTheNextSweep() throws InterruptedException {
    put("a", NOW - 10);
    streams.engine.transactionHold().holdUntilReleased();
    Thread transaction =
        new Thread(
            () ->
                streams.call(
                    "TransactWriteItems",
                    """
                    {'TransactItems':[{'Update':{'TableName':'sessions','Key':{'pk':{'S':'a'}},
                      'UpdateExpression':'SET v = :v',
                      'ExpressionAttributeValues':{':v':{'S':'x'}}}}]}
                    """));
    transaction.start();
    assertThat(streams.engine.transactionHold().awaitHeld(1, Duration.ofSeconds(10))).isTrue();

    long duringTransaction = streams.sweep.run();
    streams.engine.transactionHold().switchOff();
    transaction.join();

    assertThat(duringTransaction).isZero();
    assertThat(streams.sweep.run()).isEqualTo(1);
    assertThat(streams.records(arn).stream().map(record -> record.get("eventName").asText()))
        .containsExactly("INSERT", "MODIFY", "REMOVE");
  }

  private void put(String partitionKey, long time) {
    streams.call(
        "PutItem",
        "{'TableName':'sessions','Item':{'pk':{'S':'%s'},'user':{'S':'u'},'ttl':{'N':'%d'}}}",
        partitionKey,
        time);
  }

  private int count(String members) {
    return streams
        .call("Scan", "{'TableName':'sessions','Select':'COUNT'%s}", members)
        .get("Count")
        .asInt();
  }

  private void setTimeToLive(boolean isEnabled) {
    streams.call(
        "UpdateTimeToLive",
        """
        {'TableName':'sessions',
         'TimeToLiveSpecification':{'Enabled':%b,'AttributeName':'ttl'}}
        """,
        isEnabled);
  }
}
