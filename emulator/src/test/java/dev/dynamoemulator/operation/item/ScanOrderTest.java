package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.FaultOrder.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §1.5. */
class ScanOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String START_KEY = "The provided starting key is invalid";
  private static final String SCHEMA = "The provided key element does not match the schema";

  private static final Fault BAD_START_KEY_VALUE =
      fault(
          "The parameter cannot be converted to a numeric value: x",
          "ExclusiveStartKey.bad",
          "{'N':'x'}");
  private static final Fault BAD_SEGMENT =
      fault(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present",
          "Segment",
          "0");
  private static final Fault NO_TABLE =
      fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'");
  private static final Fault PARTIAL_INDEX =
      fault(
          INVALID
              + "Select type ALL_ATTRIBUTES is not supported for global secondary index some"
              + " because its projection type is not ALL",
          "Select",
          "'ALL_ATTRIBUTES'");
  private static final Fault NESTED_FILTER =
      fault(
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
              + " allowed: Key: pk",
          "FilterExpression",
          "'attribute_exists(pk.a)'");

  static {
    ITEMS.create("tbl", "pk:S", "GSI some gpk:S KEYS_ONLY");
  }

  static Stream<Arguments> legacyFaults() {
    return FaultOrder.within("TableName", "'tbl'")
        .of(
            fault(
                "ExpressionAttributeNames can only be specified when using expressions",
                "ExpressionAttributeNames",
                "{}"),
            fault(
                "ExpressionAttributeValues can only be specified when using expressions:"
                    + " FilterExpression is null",
                "ExpressionAttributeValues",
                "{}"),
            fault(INVALID + "Duplicate value in attribute name: a", "AttributesToGet", "['a','a']"),
            fault(
                INVALID + "Invalid number of argument(s) for the EQ ComparisonOperator",
                "ScanFilter.a",
                "{'ComparisonOperator':'EQ'}"),
            BAD_START_KEY_VALUE,
            BAD_SEGMENT,
            NO_TABLE);
  }

  static Stream<Arguments> expressionFaults() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "FilterExpression",
            "'a = :a'",
            "ExpressionAttributeValues.:a",
            "{'S':'1'}")
        .of(
            fault(
                "Can not use both expression and non-expression parameters in the same request:"
                    + " Non-expression parameters: {AttributesToGet} Expression parameters:"
                    + " {FilterExpression}",
                "AttributesToGet",
                "['a','a']"),
            BAD_START_KEY_VALUE,
            BAD_SEGMENT,
            fault(
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeNames.b",
                "'b'"),
            fault(
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeValues.b",
                "{'S':'1'}"),
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
            NO_TABLE,
            fault("The table does not have the specified index: absent", "IndexName", "'absent'"));
  }

  static Stream<Arguments> indexFaults() {
    return FaultOrder.within("TableName", "'tbl'", "IndexName", "'some'")
        .of(
            fault(
                "Consistent reads are not supported on global secondary indexes",
                "ConsistentRead",
                "true"),
            fault(START_KEY, "ExclusiveStartKey", "{'pk':{'S':'1'}}"),
            PARTIAL_INDEX,
            fault(
                START_KEY + ": " + SCHEMA,
                "ExclusiveStartKey",
                "{'pk':{'N':'1'},'gpk':{'S':'1'}}"));
  }

  static Stream<Arguments> segmentFaults() {
    return FaultOrder.within("TableName", "'tbl'")
        .of(
            fault(
                START_KEY
                    + ": Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct"
                    + " Segment. TotalSegments: 2 Segment: 1",
                "Segment",
                "1",
                "TotalSegments",
                "2",
                "ExclusiveStartKey",
                "{'pk':{'S':'2'}}"),
            fault(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                    + " allowed: IndexKey: gpk",
                "ProjectionExpression",
                "'gpk.a'"),
            NESTED_FILTER);
  }

  @ParameterizedTest
  @MethodSource({"legacyFaults", "expressionFaults", "indexFaults", "segmentFaults"})
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("Scan", request)).isEqualTo(text);
  }
}
