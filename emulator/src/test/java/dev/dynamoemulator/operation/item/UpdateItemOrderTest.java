package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.FaultOrder.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §1.1, expressions.md §2, legacy.md §5. */
class UpdateItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String ENVELOPE = "1 validation error detected: ";
  private static final String INVALID = "One or more parameter values were invalid: ";

  private static final Fault BAD_VALUE =
      fault(ENVELOPE + INVALID + "An number set  may not be empty", "Key.bad", "{'NS':[]}");
  private static final Fault NO_TABLE =
      fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'");
  private static final Fault WRONG_KEY =
      fault("The provided key element does not match the schema", "Key.extra", "{'S':'1'}");
  private static final Fault FAILED_CONDITION =
      fault(
          "ConditionalCheckFailedException: The conditional request failed",
          "ConditionExpression",
          "'attribute_not_exists(pk)'");

  static {
    ITEMS.create("tbl", "pk:S", "GSI index gpk:S ALL");
    ITEMS.put("tbl", "'pk':{'S':'1'},'n':{'N':'1'},'big':" + Values.string(400_000));
  }

  private static FaultOrder within(String... members) {
    return FaultOrder.within(
        Stream.concat(Stream.of("TableName", "'tbl'", "Key.pk", "{'S':'1'}"), Stream.of(members))
            .toArray(String[]::new));
  }

  static Stream<Arguments> legacyFaults() {
    return within()
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
                ENVELOPE + INVALID + "ADD action is not supported for the type S",
                "AttributeUpdates.a",
                "{'Action':'ADD','Value':{'S':'x'}}"),
            fault(
                ENVELOPE + INVALID + "Value must be provided when Exists is null for Attribute: a",
                "Expected.a",
                "{}"),
            NO_TABLE,
            WRONG_KEY,
            fault(
                INVALID + "Cannot update attribute pk. This attribute is part of the key",
                "AttributeUpdates.pk",
                "{'Action':'DELETE'}"),
            fault(
                INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index",
                "AttributeUpdates.gpk",
                "{'Value':{'N':'1'}}"),
            fault(
                "ConditionalCheckFailedException: The conditional request failed",
                "Expected.pk",
                "{'Exists':false}"),
            fault(
                "Type mismatch for attribute to update",
                "AttributeUpdates.n",
                "{'Action':'ADD','Value':{'SS':['x']}}"));
  }

  static Stream<Arguments> expressionFaults() {
    return within(
            "UpdateExpression",
            "'SET a = :v, b = #a'",
            "ConditionExpression",
            "'attribute_exists(pk)'",
            "ExpressionAttributeNames.#a",
            "'n'",
            "ExpressionAttributeValues.:v",
            "{'S':'x'}")
        .of(
            fault(
                ENVELOPE
                    + "Can not use both expression and non-expression parameters in the same"
                    + " request: Non-expression parameters: {Expected} Expression parameters:"
                    + " {UpdateExpression, ConditionExpression}",
                "Expected",
                "{}"),
            BAD_VALUE,
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
                    + INVALID
                    + "An number set  may not be empty for key :w",
                "ExpressionAttributeValues.:w",
                "{'NS':[]}"),
            fault(
                ENVELOPE + "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "UpdateExpression",
                "'SET a ='"),
            fault(
                ENVELOPE
                    + "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
                "ConditionExpression",
                "'a ='"),
            fault(
                ENVELOPE
                    + "Value provided in ExpressionAttributeNames unused in expressions: keys:"
                    + " {#c}",
                "ExpressionAttributeNames.#c",
                "'c'"),
            fault(
                ENVELOPE
                    + "Value provided in ExpressionAttributeValues unused in expressions: keys:"
                    + " {:c}",
                "ExpressionAttributeValues.:c",
                "{'S':'x'}"),
            NO_TABLE,
            WRONG_KEY,
            fault(
                INVALID + "Cannot update attribute pk. This attribute is part of the key",
                "UpdateExpression",
                "'SET pk = :v, a = #a'"));
  }

  static Stream<Arguments> keyTargetThenIndexKey() {
    return within()
        .of(
            fault(
                INVALID + "Cannot update attribute pk. This attribute is part of the key",
                "UpdateExpression",
                "'SET gpk = :n, pk = :n, a = gpk.b'",
                "ExpressionAttributeValues.:n",
                "{'N':'1'}"));
  }

  static Stream<Arguments> indexKeyThenNestedPath() {
    return within("ExpressionAttributeValues.:n", "{'N':'1'}")
        .of(
            fault(
                INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index",
                "UpdateExpression",
                "'SET a = gpk.b, gpk = :n'"));
  }

  static Stream<Arguments> nestedPathThenCondition() {
    return within()
        .of(
            fault(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                    + " allowed: IndexKey: gpk",
                "UpdateExpression",
                "'SET a = gpk.b'"),
            FAILED_CONDITION);
  }

  static Stream<Arguments> conditionThenEvaluation() {
    return within()
        .of(
            FAILED_CONDITION,
            fault(
                "The provided expression refers to an attribute that does not exist in the item",
                "UpdateExpression",
                "'SET a = absent'"));
  }

  static Stream<Arguments> conditionThenSize() {
    return within()
        .of(
            FAILED_CONDITION,
            fault(
                "Item size to update has exceeded the maximum allowed size",
                "UpdateExpression",
                "'SET c = big'"));
  }

  static Stream<Arguments> evaluationThenSize() {
    return within()
        .of(
            fault(
                "The update expression attempted to update the secondary index key to unsupported"
                    + " type",
                "UpdateExpression",
                "'SET c = big, gpk = n'"));
  }

  @ParameterizedTest
  @MethodSource({
    "legacyFaults",
    "expressionFaults",
    "keyTargetThenIndexKey",
    "indexKeyThenNestedPath",
    "nestedPathThenCondition",
    "conditionThenEvaluation",
    "conditionThenSize",
    "evaluationThenSize"
  })
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("UpdateItem", request)).isEqualTo(text);
  }
}
