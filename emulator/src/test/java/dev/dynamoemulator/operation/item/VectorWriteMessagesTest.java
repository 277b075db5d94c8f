package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by vector-search.md §3, seen on PutItem and expected of every other write (rule 3.5). */
class VectorWriteMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid. ";
  private static final String WRONG_SIZE =
      INVALID + "Invalid size for parameter embedding, Expected: 3, Actual: 2 IndexName: plain";
  private static final String WRONG_ELEMENT =
      INVALID
          + "Invalid type for parameter embedding[1], Expected: 32-bit floating point number,"
          + " Actual: S. IndexName: plain";
  private static final String NO_LIST =
      INVALID
          + "Invalid type for parameter embedding, Expected: 32-bit floating point number list"
          + " IndexName: plain";
  private static final String WRONG_TYPE =
      "One or more parameter values were invalid: Type mismatch for Index Key tenant Expected: S"
          + " Actual: N IndexName: schema";
  private static final String EMPTY_HASH =
      "One or more parameter values are not valid. A value specified for a secondary index key is"
          + " not supported. The AttributeValue for a key attribute cannot contain an empty string"
          + " value. IndexName: schema, IndexKey: tenant";

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.call(
        "CreateTable",
        VectorTableText.createTable(
            "docs",
            "schema other 3 COSINE ALL HASH:tenant:S INLINE_FILTER:kind:N",
            "plain embedding 3 COSINE ALL"));
  }

  @AfterEach
  void close() {
    items.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("'embedding':{'L':" + vector("1 2") + "}", WRONG_SIZE),
        Arguments.of("'embedding':{'L':[]}", WRONG_SIZE.replace("Actual: 2", "Actual: 0")),
        Arguments.of("'embedding':{'L':[{'N':'1'},{'S':'x'},{'N':'1'}]}", WRONG_ELEMENT),
        Arguments.of(
            "'embedding':{'L':[{'N':'1'},{'NULL':true},{'N':'1'}]}",
            WRONG_ELEMENT.replace("Actual: S", "Actual: NULL")),
        // Inferred: a number that is beyond a float.
        Arguments.of(
            "'embedding':{'L':" + vector("1 3.5e38 1") + "}",
            WRONG_ELEMENT.replace("Actual: S", "Actual: N")),
        Arguments.of("'embedding':{'S':'x'}", NO_LIST),
        Arguments.of("'embedding':{'NS':['1','2','3']}", NO_LIST),
        Arguments.of("'tenant':{'N':'1'}", WRONG_TYPE),
        Arguments.of(
            "'kind':{'S':'x'}",
            WRONG_TYPE
                .replace("tenant", "kind")
                .replace("Expected: S Actual: N", "Expected: N Actual: S")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void putItemRefuses(String attributes, String message) {
    assertThat(items.fault("PutItem", put(attributes))).isEqualTo(message);
    assertThat(items.get("docs", "'pk':{'S':'a'}")).isNull();
  }

  private static String put(String attributes) {
    return "{'TableName':'docs','Item':{'pk':{'S':'a'}," + attributes + "}}";
  }

  @ParameterizedTest
  @MethodSource("faults")
  void updateItemRefuses(String attributes, String message) {
    String name = attributes.substring(1, attributes.indexOf("':"));
    String value = attributes.substring(attributes.indexOf("':") + 2);

    assertThat(
            items.fault(
                "UpdateItem",
                """
                {'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET %s = :v',
                 'ExpressionAttributeValues':{':v':%s}}
                """
                    .formatted(name, value)))
        .isEqualTo(message);
    assertThat(items.get("docs", "'pk':{'S':'a'}")).isNull();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void batchWriteItemRefuses(String attributes, String message) {
    assertThat(
            items.fault(
                "BatchWriteItem",
                "{'RequestItems':{'docs':[{'PutRequest':{'Item':{'pk':{'S':'a'},"
                    + attributes
                    + "}}}]}}"))
        .isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aTransactionIsCancelled(String attributes, String message) {
    JsonNode error =
        items.error(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':{'TableName':'docs','Item':{'pk':{'S':'ok'}}}},{'Put':"
                + put(attributes)
                + "}]}");

    assertThat(error.get("__type").asText()).endsWith("#TransactionCanceledException");
    assertThat(error.at("/CancellationReasons/1/Code").asText()).isEqualTo("ValidationError");
    assertThat(error.at("/CancellationReasons/1/Message").asText()).isEqualTo(message);
    assertThat(items.get("docs", "'pk':{'S':'ok'}")).isNull();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aStatementIsRefused(String attributes, String message) {
    String name = attributes.substring(1, attributes.indexOf("':"));
    String value = attributes.substring(attributes.indexOf("':") + 2);

    String statement =
        "INSERT INTO docs VALUE {#pk#: #a#, #%s#: ?}".formatted(name).replace("#", "\\u0027");

    assertThat(
            items.fault(
                "ExecuteStatement",
                "{'Statement':'" + statement + "','Parameters':[" + value + "]}"))
        .isEqualTo(message);
  }

  @Test
  void refusesAnEmptyHashAttribute() {
    assertThat(items.fault("PutItem", put("'tenant':{'S':''}"))).isEqualTo(EMPTY_HASH);
    assertThat(
            items.fault(
                "TransactWriteItems",
                "{'TransactItems':[{'Put':" + put("'tenant':{'S':''}") + "}]}"))
        .isEqualTo(EMPTY_HASH);
  }

  @Test
  void refusesToEmptyAHashAttribute() {
    String message =
        "One or more parameter values are not valid. The update expression attempted to update a"
            + " secondary index key to a value that is not supported. The AttributeValue for a key"
            + " attribute cannot contain an empty string value.";
    String update =
        "{'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET tenant = :v',"
            + "'ExpressionAttributeValues':{':v':{'S':''}}}";

    assertThat(items.fault("UpdateItem", update)).isEqualTo(message);
    assertThat(items.fault("TransactWriteItems", "{'TransactItems':[{'Update':" + update + "}]}"))
        .isEqualTo(message);
  }

  /** What only the item tells. */
  @Test
  void refusesWhatAnUpdateMakesOfAVector() {
    items.put("docs", "'pk':{'S':'a'},'embedding':{'L':" + vector("1 2 3") + "}");

    assertThat(update("SET embedding[1] = :v", "{'S':'x'}")).isEqualTo(WRONG_ELEMENT);
    assertThat(update("SET embedding = list_append(embedding, :v)", "{'L':[{'N':'1'}]}"))
        .isEqualTo(WRONG_SIZE.replace("Actual: 2", "Actual: 4"));
    assertThat(
            items.fault(
                "UpdateItem",
                "{'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':"
                    + "'REMOVE embedding[0]'}"))
        .isEqualTo(WRONG_SIZE);
    assertThat(items.get("docs", "'pk':{'S':'a'}").get("embedding").get("L")).hasSize(3);
  }

  private String update(String expression, String value) {
    return items.fault(
        "UpdateItem",
        """
        {'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':'%s',
         'ExpressionAttributeValues':{':v':%s}}
        """
            .formatted(expression, value));
  }

  /** If several indexes are broken, the alphabetically first is reported (tables.md §4). */
  @Test
  void reportsTheAlphabeticallyFirstIndex() {
    assertThat(items.fault("PutItem", put("'embedding':{'S':'x'},'other':{'S':'x'}")))
        .isEqualTo(NO_LIST);
  }

  @Test
  void acceptsTheLargestAndTheSmallestFloats() {
    items.call("PutItem", put("'embedding':{'L':" + vector("3.4028235e38 -1e-45 1e-130") + "}"));

    assertThat(items.get("docs", "'pk':{'S':'a'}")).isNotNull();
  }
}
