package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: transactions.md §4.6, §5.3; items.md §5. */
class TransactionCapacityTest {

  private static final String TOTAL = "'ReturnConsumedCapacity':'TOTAL'";
  private static final String INDEXES = "'ReturnConsumedCapacity':'INDEXES'";

  /** What an item of {@code accounts} with a one-letter id and the attribute {@code v} adds. */
  private static final int OVERHEAD = 4;

  private final TransactionFixture fixture = TransactionFixture.start();

  private static String put(String id, int size) {
    return "{'Put':{'TableName':'accounts','Item':{'id':{'S':'%s'},'v':{'S':'%s'}}}}"
        .formatted(id, "x".repeat(size - OVERHEAD));
  }

  private static String get(String id) {
    return "{'Get':{'TableName':'accounts','Key':{'id':{'S':'" + id + "'}}}}";
  }

  private static double units(JsonNode answer, String kind) {
    JsonNode table = answer.get("ConsumedCapacity").get(0);
    assertThat(table.get("CapacityUnits")).isEqualTo(table.get(kind));
    return table.get(kind).asDouble();
  }

  @ParameterizedTest
  @CsvSource({"5, 2", "1024, 2", "1025, 4", "1536, 4", "2048, 4", "2049, 6"})
  void chargesTwoUnitsForEachStartedKilobyteWritten(int size, double units) {
    assertThat(units(fixture.write(put("a", size), TOTAL), "WriteCapacityUnits")).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({"5, 2", "4096, 2", "4097, 4", "8193, 6"})
  void chargesTwoUnitsForEachStartedFourKilobytesRead(int size, double units) {
    fixture.write(put("a", size));

    assertThat(units(fixture.get(get("a"), TOTAL), "ReadCapacityUnits")).isEqualTo(units);
  }

  @Test
  void chargesMissingItemsAsSmallOnes() {
    assertThat(units(fixture.get(get("a") + "," + get("b"), TOTAL), "ReadCapacityUnits"))
        .isEqualTo(4);
    assertThat(
            units(
                fixture.write(
                    """
                    {'Delete':{'TableName':'accounts','Key':{'id':{'S':'a'}}}},
                    {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'b'}},
                      'ConditionExpression':'attribute_not_exists(id)'}}
                    """,
                    TOTAL),
                "WriteCapacityUnits"))
        .isEqualTo(4);
  }

  @Test
  void chargesTheLargerOfTheSizesBeforeAndAfter() {
    fixture.write(put("a", 3000));

    assertThat(units(fixture.write(put("a", 10), TOTAL), "WriteCapacityUnits")).isEqualTo(6);
    assertThat(units(fixture.write(put("a", 10), TOTAL), "WriteCapacityUnits")).isEqualTo(2);
  }

  @Test
  void chargesAConditionCheckAsAWriteOfTheItem() {
    fixture.write(put("a", 3000));

    assertThat(
            units(
                fixture.write(
                    """
                    {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'a'}},
                      'ConditionExpression':'attribute_exists(id)'}}
                    """,
                    TOTAL),
                "WriteCapacityUnits"))
        .isEqualTo(6);
  }

  @Test
  void listsOneEntryPerTable() {
    JsonNode answer =
        fixture.write(
            put("a", 10)
                + ",{'Put':{'TableName':'orders','Item':{'customer':{'S':'a'},'number':{'N':'1'}}}},"
                + put("b", 10),
            TOTAL);

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'ConsumedCapacity':[
                  {'TableName':'accounts','CapacityUnits':4.0,'WriteCapacityUnits':4.0},
                  {'TableName':'orders','CapacityUnits':2.0,'WriteCapacityUnits':2.0}]}
                """));
  }

  @Test
  void doublesTheUnitsOfTablesButNotThoseOfIndexes() {
    JsonNode answer =
        fixture.write(
            """
            {'Put':{'TableName':'orders','Item':{'customer':{'S':'a'},'number':{'N':'1'},
              'state':{'S':'new'},'day':{'S':'mon'}}}}
            """,
            INDEXES);

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'ConsumedCapacity':[{'TableName':'orders',
                  'CapacityUnits':4.0,'WriteCapacityUnits':4.0,
                  'Table':{'CapacityUnits':2.0,'WriteCapacityUnits':2.0},
                  'LocalSecondaryIndexes':{
                    'byState':{'CapacityUnits':1.0,'WriteCapacityUnits':1.0}},
                  'GlobalSecondaryIndexes':{
                    'byDay':{'CapacityUnits':1.0,'WriteCapacityUnits':1.0}}}]}
                """));
  }

  @Test
  void showsTheTablesPartOfReads() {
    assertThat(fixture.get(get("a"), INDEXES).get("ConsumedCapacity"))
        .isEqualTo(
            json(
                """
                [{'TableName':'accounts','CapacityUnits':2.0,'ReadCapacityUnits':2.0,
                  'Table':{'CapacityUnits':2.0,'ReadCapacityUnits':2.0}}]
                """));
  }

  @Test
  void namesTheTableAsTheRequestDid() {
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/accounts";

    JsonNode answer = fixture.write(put("a", 10).replace("'accounts'", "'" + arn + "'"), TOTAL);

    assertThat(answer.get("ConsumedCapacity").get(0).get("TableName").asText()).isEqualTo(arn);
  }

  @ParameterizedTest
  @CsvSource({"1536, 4, 2", "4096, 8, 2", "4097, 10, 4"})
  void chargesAReplayAsARead(int size, double written, double read) {
    String token = "'ClientRequestToken':'t'";

    JsonNode first = fixture.write(put("a", size), token, INDEXES);
    JsonNode replay = fixture.write(put("a", size), token, INDEXES);

    assertThat(units(first, "WriteCapacityUnits")).isEqualTo(written);
    assertThat(replay)
        .isEqualTo(
            json(
                """
                {'ConsumedCapacity':[{'TableName':'accounts',
                  'CapacityUnits':%1$.1f,'ReadCapacityUnits':%1$.1f,
                  'Table':{'CapacityUnits':%1$.1f,'ReadCapacityUnits':%1$.1f}}]}
                """
                    .formatted(read)));
  }

  @Test
  void reportsNothingUnlessAsked() {
    assertThat(fixture.write(put("a", 10))).isEqualTo(json("{}"));
    assertThat(fixture.write(put("b", 10), "'ReturnConsumedCapacity':'NONE'"))
        .isEqualTo(json("{}"));
    assertThat(fixture.get(get("c"), "'ReturnConsumedCapacity':'NONE'"))
        .isEqualTo(json("{'Responses':[{}]}"));
  }

  @Test
  void reportsNothingOfACancelledTransaction() {
    JsonNode error =
        fixture.error(
            "TransactWriteItems",
            TransactionFixture.transaction(
                put("a", 10)
                    + ",{'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'b'}},"
                    + "'ConditionExpression':'attribute_exists(id)'}}",
                INDEXES));

    assertThat(error.has("ConsumedCapacity")).isFalse();
  }
}
