package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, data-model.md §4, expressions.md §2. */
class DeleteItemMessagesTest {

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("tbl", "pk:S");
            items.create("pair", "pk:S sk:B");
          });

  static Stream<Arguments> requestFaults() {
    return Stream.of(
        arguments(
            "'Expected':{},'ConditionExpression':'attribute_exists(a)'",
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {Expected} Expression parameters:"
                + " {ConditionExpression}"),
        arguments(
            "'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments("'ReturnValues':'ALL_NEW'", "ReturnValues can only be ALL_OLD or NONE"),
        arguments("'ReturnValues':'UPDATED_OLD'", "ReturnValues can only be ALL_OLD or NONE"),
        arguments(
            "'Expected':{'a':{'Exists':false,'Value':{'S':'x'}}}",
            "One or more parameter values were invalid: Value cannot be used when Exists is false"
                + " for Attribute: a"),
        arguments(
            "'ConditionalOperator':'AND'",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            "'ConditionExpression':'attribute_exists(b'",
            "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"b\""),
        arguments(
            "'ConditionExpression':'attribute_exists(b)','ExpressionAttributeNames':{'#a':'a'}",
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"));
  }

  @ParameterizedTest
  @MethodSource("requestFaults")
  void namesWhatIsWrongWithTheRequest(String members, String text) {
    EMULATORS.assertEnvelopedFault(
        "DeleteItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'}}," + members + "}", text);
  }

  @Test
  void namesTheAbsentExpressionInTheOlderWordingOnly() {
    String text = "ExpressionAttributeValues can only be specified when using expressions";
    EMULATORS.assertFaults(
        "DeleteItem",
        "{'TableName':'tbl','Key':{'pk':{'S':'1'}},'ExpressionAttributeValues':{}}",
        "1 validation error detected: " + text,
        text + ": ConditionExpression is null");
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#valueFaults")
  void namesWhatIsWrongWithAKeyValue(String key, String text) {
    EMULATORS.assertEnvelopedFault("DeleteItem", "{'TableName':'tbl','Key':" + key + "}", text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#schemaFaults")
  void namesWhatIsWrongWithTheKey(String table, String key, String text) {
    EMULATORS.assertFault("DeleteItem", "{'TableName':'" + table + "','Key':" + key + "}", text);
  }
}
