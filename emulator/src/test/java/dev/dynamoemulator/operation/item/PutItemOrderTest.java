package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: items.md §1.1, expressions.md §2. */
class PutItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String ENVELOPE = "1 validation error detected: ";
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String EMPTY_SET = INVALID + "An string set  may not be empty";
  private static final String TOO_LARGE = "Item size has exceeded the maximum allowed size";
  private static final String NOT_FOUND = "ResourceNotFoundException: Requested resource not found";

  static {
    ITEMS.create("tbl", "pk:S sk:S", "GSI index gpk:S ALL");
  }

  /** A request without expressions. */
  static Stream<Arguments> legacyFaults() {
    return FaultOrder.within("TableName", "'tbl'", "Item.pk", "{'S':'1'}", "Item.sk", "{'S':'1'}")
        .of(
            fault(
                ENVELOPE + "ExpressionAttributeNames can only be specified when using expressions",
                "ExpressionAttributeNames",
                "{}"),
            fault(
                ENVELOPE + "ExpressionAttributeValues can only be specified when using expressions",
                "ExpressionAttributeValues",
                "{}"),
            fault(ENVELOPE + EMPTY_SET, "Item.v", "{'SS':[]}"),
            fault(
                ENVELOPE + "ReturnValues can only be ALL_OLD or NONE", "ReturnValues", "'ALL_NEW'"),
            fault(ENVELOPE + TOO_LARGE, "Item.w", Values.string(409_600)),
            fault(
                ENVELOPE + INVALID + "Value must be provided when Exists is null for Attribute: a",
                "Expected",
                "{'a':{}}"),
            fault(NOT_FOUND, "TableName", "'none'"),
            fault(INVALID + "Missing the key pk in the item", "Item.pk", null));
  }

  /** A request with expressions, of which the legacy parameter is mixed in first. */
  static Stream<Arguments> expressionFaults() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "Item.pk",
            "{'S':'1'}",
            "Item.sk",
            "{'S':'1'}",
            "ConditionExpression",
            "'attribute_exists(#a) AND a = :v'",
            "ExpressionAttributeNames.#a",
            "'a'",
            "ExpressionAttributeValues.:v",
            "{'S':'x'}")
        .of(
            fault(
                ENVELOPE
                    + "Can not use both expression and non-expression parameters in the same"
                    + " request: Non-expression parameters: {Expected} Expression parameters:"
                    + " {ConditionExpression}",
                "Expected",
                "{}"),
            fault(ENVELOPE + EMPTY_SET, "Item.v", "{'SS':[]}"),
            fault(ENVELOPE + TOO_LARGE, "Item.w", Values.string(409_600)),
            fault(
                ENVELOPE
                    + "ExpressionAttributeNames contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeNames.b",
                "'b'"),
            fault(
                ENVELOPE
                    + "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeValues.b",
                "{'S':'x'}"),
            fault(
                ENVELOPE
                    + "ExpressionAttributeValues contains invalid value: "
                    + EMPTY_SET
                    + " for key :w",
                "ExpressionAttributeValues.:w",
                "{'SS':[]}"),
            fault(
                ENVELOPE
                    + "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "ConditionExpression",
                "'a ='"),
            fault(NOT_FOUND, "TableName", "'none'"));
  }

  static Stream<Arguments> unusedPlaceholders() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "Item.pk",
            "{'S':'1'}",
            "Item.sk",
            "{'S':'1'}",
            "ConditionExpression",
            "'attribute_not_exists(a)'")
        .of(
            fault(
                ENVELOPE
                    + "Value provided in ExpressionAttributeNames unused in expressions: keys:"
                    + " {#b}",
                "ExpressionAttributeNames.#b",
                "'b'"),
            fault(
                ENVELOPE
                    + "Value provided in ExpressionAttributeValues unused in expressions: keys:"
                    + " {:w}",
                "ExpressionAttributeValues.:w",
                "{'S':'x'}"),
            fault(NOT_FOUND, "TableName", "'none'"),
            fault(
                INVALID + "Type mismatch for key pk expected: S actual: N", "Item.pk", "{'N':'1'}"),
            fault(
                "One or more parameter values are not valid. The AttributeValue for a key attribute"
                    + " cannot contain an empty string value. Key: sk",
                "Item.sk",
                "{'S':''}"),
            fault(
                INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index",
                "Item.gpk",
                "{'N':'1'}"),
            fault(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                    + " allowed: Key: pk",
                "ConditionExpression",
                "'attribute_exists(pk.a)'"));
  }

  static Stream<Arguments> conditionLast() {
    return FaultOrder.within("TableName", "'tbl'", "Item.pk", "{'S':'1'}", "Item.sk", "{'S':'1'}")
        .of(
            fault(
                INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index",
                "Item.gpk",
                "{'N':'1'}"),
            fault(
                "ConditionalCheckFailedException: The conditional request failed",
                "ConditionExpression",
                "'attribute_exists(pk)'"));
  }

  @ParameterizedTest
  @MethodSource({"legacyFaults", "expressionFaults", "unusedPlaceholders", "conditionLast"})
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("PutItem", request)).isEqualTo(text);
  }

  /** Key attributes are checked one after the other (dynalite: validateItem). */
  @ParameterizedTest
  @ValueSource(strings = {"'a':{'N':'1'}", "'sk':{'N':'1'}", "'sk':{'S':''}"})
  void reportsALongPartitionKeyBeforeAnyFaultOfTheSortKey(String other) {
    assertThat(
            ITEMS.fault(
                "PutItem",
                "{'TableName':'tbl','Item':{%s,'pk':%s}}".formatted(other, Values.string(2049))))
        .isEqualTo(INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
  }
}
