package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.operation.item.FaultOrder.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §1.4. */
class QueryOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String COUNT = "Conditions can be of length 1 or 2 only";
  private static final String START_KEY = "The provided starting key is invalid";
  private static final String SCHEMA = "The provided key element does not match the schema";
  private static final String EQ_1 = "{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}";

  private static final Fault NO_TABLE =
      fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'");
  private static final Fault BAD_START_KEY_VALUE =
      fault(
          "The parameter cannot be converted to a numeric value: x",
          "ExclusiveStartKey.bad",
          "{'N':'x'}");
  private static final Fault NO_INDEX =
      fault("The table does not have the specified index: absent", "IndexName", "'absent'");

  static {
    ITEMS.create(
        "tbl", "pk:S sk:S", "LSI local pk:S lsk:N KEYS_ONLY", "GSI some gpk:S gsk:S KEYS_ONLY");
  }

  static Stream<Arguments> legacyFaults() {
    return FaultOrder.within("TableName", "'tbl'", "KeyConditions.pk", EQ_1)
        .of(
            fault(
                "ExpressionAttributeNames can only be specified when using expressions",
                "ExpressionAttributeNames",
                "{}"),
            fault(
                "ExpressionAttributeValues can only be specified when using expressions:"
                    + " FilterExpression and KeyConditionExpression are null",
                "ExpressionAttributeValues",
                "{}"),
            fault(
                INVALID + "Invalid number of argument(s) for the EQ ComparisonOperator",
                "QueryFilter.a",
                "{'ComparisonOperator':'EQ'}"),
            fault(INVALID + "Duplicate value in attribute name: a", "AttributesToGet", "['a','a']"),
            BAD_START_KEY_VALUE,
            fault(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in"
                    + " the request.",
                "KeyConditions.pk",
                null));
  }

  static Stream<Arguments> keyConditions() {
    return FaultOrder.within("TableName", "'tbl'", "KeyConditions.pk", EQ_1)
        .of(
            BAD_START_KEY_VALUE,
            fault(
                INVALID + "Invalid number of argument(s) for the GT ComparisonOperator",
                "KeyConditions.sk",
                "{'ComparisonOperator':'GT'}"),
            fault(COUNT, "KeyConditions.a", EQ_1, "KeyConditions.b", EQ_1),
            NO_TABLE,
            NO_INDEX);
  }

  static Stream<Arguments> expressionFaults() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "KeyConditionExpression",
            "'pk = :p'",
            "ExpressionAttributeValues.:p",
            "{'S':'1'}")
        .of(
            fault(
                "Can not use both expression and non-expression parameters in the same request:"
                    + " Non-expression parameters: {KeyConditions} Expression parameters:"
                    + " {KeyConditionExpression}",
                "KeyConditions",
                "{}"),
            BAD_START_KEY_VALUE,
            fault(
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeNames.b",
                "'b'"),
            fault(
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeValues.b",
                "{'S':'1'}"),
            fault(
                "ExpressionAttributeValues contains invalid value: "
                    + INVALID
                    + "An string set  may not be empty for key :bad",
                "ExpressionAttributeValues.:bad",
                "{'SS':[]}"),
            fault(
                "Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "KeyConditionExpression",
                "'pk ='"),
            fault(
                "Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "FilterExpression",
                "'a ='"),
            fault(
                "Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near: \",\"",
                "ProjectionExpression",
                "'a,'"),
            fault(
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#u}",
                "ExpressionAttributeNames.#u",
                "'u'"),
            fault(
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:u}",
                "ExpressionAttributeValues.:u",
                "{'S':'1'}"),
            fault(
                "Invalid operator used in KeyConditionExpression: OR",
                "KeyConditionExpression",
                "'pk = :p OR sk = :p'"),
            NO_TABLE,
            NO_INDEX);
  }

  static Stream<Arguments> selectBeforeTable() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "KeyConditionExpression",
            "'pk = :p'",
            "ExpressionAttributeValues.:p",
            "{'S':'1'}")
        .of(
            fault(
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
                "Select",
                "'ALL_PROJECTED_ATTRIBUTES'"),
            NO_TABLE);
  }

  static Stream<Arguments> indexFaults() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "IndexName",
            "'some'",
            "KeyConditionExpression",
            "'gpk = :p AND gsk = :s'",
            "ExpressionAttributeValues.:p",
            "{'S':'1'}",
            "ExpressionAttributeValues.:s",
            "{'S':'1'}")
        .of(
            fault(
                "Consistent reads are not supported on global secondary indexes",
                "ConsistentRead",
                "true"),
            fault(START_KEY, "ExclusiveStartKey", "{'pk':{'S':'1'}}"));
  }

  /** Start key and conditions are checked attribute by attribute. */
  static Stream<Arguments> keyAttributes() {
    String request =
        "{'TableName':'tbl','KeyConditionExpression':'%s','ExpressionAttributeValues':{%s},"
            + "'ExclusiveStartKey':{%s}}";
    String text = "':p':{'S':'1'}";
    return Stream.of(
        arguments(request.formatted("a = :p", text, "'x':{'S':'1'},'sk':{'S':'1'}"), START_KEY),
        arguments(request.formatted("a = :p", text, "'pk':{'N':'1'},'sk':{'S':'1'}"), SCHEMA),
        arguments(
            request.formatted("a = :p", text, "'pk':{'S':'1'},'sk':{'N':'1'}"),
            "Query condition missed key schema element: pk"),
        arguments(
            request.formatted("pk > :p", text, "'pk':{'S':'1'},'x':{'N':'1'}"),
            "Query key condition not supported"),
        // As DynamoDB Local orders them.
        arguments(
            request.formatted("pk > :e", "':e':{'S':''}", "'pk':{'S':'1'},'sk':{'S':'1'}"),
            "Query key condition not supported"),
        arguments(
            request.formatted("pk = :p AND a = :p", text, "'pk':{'S':'1'},'sk':{'N':'1'}"), SCHEMA),
        arguments(
            request.formatted("pk = :p AND a = :p", text, "'pk':{'S':'1'},'sk':{'S':'1'}"),
            "Query condition missed key schema element: sk"));
  }

  /** What follows the conditions: table part of the start key, its place, projection, filter. */
  static Stream<Arguments> behindTheConditions() {
    String local =
        "{'TableName':'tbl','IndexName':'local','KeyConditionExpression':'pk = :p AND lsk > :r',"
            + "'ExpressionAttributeValues':{':p':{'S':'1'},':r':{'N':'5'}%s}%s}";
    String wrongTablePart = ",'ExclusiveStartKey':{'pk':{'S':'1'},'sk':{'N':'1'},'lsk':{'N':'1'}}";
    String misplaced = ",'ExclusiveStartKey':{'pk':{'S':'1'},'sk':{'S':'1'},'lsk':{'N':'1'}}";
    String nestedProjection = ",'ProjectionExpression':'pk.a'";
    String keyFilter = ",'FilterExpression':'attribute_exists(lsk)'";
    String nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    String some =
        "{'TableName':'tbl','IndexName':'some','KeyConditionExpression':'gpk = :p',"
            + "'ExpressionAttributeValues':{':p':{'S':'1'}},'Select':'ALL_ATTRIBUTES',"
            + "'FilterExpression':'%s'}";
    return Stream.of(
        arguments(local.formatted("", wrongTablePart), START_KEY + ": " + SCHEMA),
        arguments(
            local.formatted("", misplaced + nestedProjection),
            "The provided starting key does not match the range key predicate"),
        arguments(local.formatted("", nestedProjection + keyFilter), nested + "Key: pk"),
        arguments(
            some.formatted("attribute_exists(gpk)"),
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " gpk"),
        arguments(
            some.formatted("attribute_exists(lsk.a)"),
            INVALID
                + "Select type ALL_ATTRIBUTES is not supported for global secondary index some"
                + " because its projection type is not ALL"));
  }

  @ParameterizedTest
  @MethodSource({
    "legacyFaults",
    "keyConditions",
    "expressionFaults",
    "selectBeforeTable",
    "indexFaults",
    "keyAttributes",
    "behindTheConditions"
  })
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("Query", request)).isEqualTo(text);
  }
}
