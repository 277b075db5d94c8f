package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §1.1. */
class DeleteItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String ENVELOPE = "1 validation error detected: ";
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final FaultOrder.Fault NO_TABLE =
      fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'");
  private static final FaultOrder.Fault WRONG_KEY =
      fault("The provided key element does not match the schema", "Key.extra", "{'S':'1'}");
  private static final FaultOrder.Fault BAD_VALUE =
      fault(ENVELOPE + INVALID + "An number set  may not be empty", "Key.bad", "{'NS':[]}");

  static {
    ITEMS.create("tbl", "pk:S");
  }

  static Stream<Arguments> legacyFaults() {
    return FaultOrder.within("TableName", "'tbl'", "Key.pk", "{'S':'1'}")
        .of(
            fault(
                ENVELOPE + "ExpressionAttributeNames can only be specified when using expressions",
                "ExpressionAttributeNames",
                "{}"),
            fault(
                ENVELOPE + "ExpressionAttributeValues can only be specified when using expressions",
                "ExpressionAttributeValues",
                "{}"),
            BAD_VALUE,
            fault(
                ENVELOPE + "ReturnValues can only be ALL_OLD or NONE",
                "ReturnValues",
                "'UPDATED_NEW'"),
            fault(
                ENVELOPE + INVALID + "Value must be provided when Exists is null for Attribute: a",
                "Expected",
                "{'a':{}}"),
            NO_TABLE,
            WRONG_KEY);
  }

  static Stream<Arguments> expressionFaults() {
    return FaultOrder.within(
            "TableName",
            "'tbl'",
            "Key.pk",
            "{'S':'1'}",
            "ConditionExpression",
            "'attribute_not_exists(a)'")
        .of(
            fault(
                ENVELOPE
                    + "Can not use both expression and non-expression parameters in the same"
                    + " request: Non-expression parameters: {Expected} Expression parameters:"
                    + " {ConditionExpression}",
                "Expected",
                "{}"),
            BAD_VALUE,
            fault(
                ENVELOPE + "ExpressionAttributeNames must not be empty",
                "ExpressionAttributeNames",
                "{}"),
            fault(
                ENVELOPE + "ExpressionAttributeValues must not be empty",
                "ExpressionAttributeValues",
                "{}"),
            fault(
                ENVELOPE
                    + "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "ConditionExpression",
                "'a ='"),
            NO_TABLE,
            WRONG_KEY,
            fault(
                "ConditionalCheckFailedException: The conditional request failed",
                "ConditionExpression",
                "'attribute_exists(pk)'"));
  }

  @ParameterizedTest
  @MethodSource({"legacyFaults", "expressionFaults"})
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("DeleteItem", request)).isEqualTo(text);
  }
}
