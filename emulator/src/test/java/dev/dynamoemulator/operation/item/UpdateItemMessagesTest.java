package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, data-model.md §4, expressions.md §2, §8; legacy.md §5.1. */
class UpdateItemMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";
  private static final String UNSUPPORTED_VALUE =
      NOT_VALID
          + "The update expression attempted to update a secondary index key to a value that is not"
          + " supported. ";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create(
                "tbl",
                "pk:S",
                "GSI zeta gpk:S gsk:B KEYS_ONLY",
                "GSI alpha gpk:S KEYS_ONLY",
                "GSI num num:N KEYS_ONLY");
            items.create("pair", "pk:S sk:B");
            items.put(
                "tbl",
                "'pk':{'S':'1'},'s':{'S':'x'},'blank':{'S':''},'nothing':{'B':''},'n':{'N':'1'},"
                    + "'ss':{'SS':['a']},'m':{'M':{}},'long':"
                    + Values.string(2049)
                    + ",'deep':"
                    + Values.nested(32)
                    + ",'huge':{'N':'9.9E125'}");
          });

  private static String update(String members) {
    return "{'TableName':'tbl','Key':{'pk':{'S':'1'}}," + members + "}";
  }

  private static String set(String expression, String values) {
    return update(
        "'UpdateExpression':'"
            + expression
            + "'"
            + (values.isEmpty() ? "" : ",'ExpressionAttributeValues':{" + values + "}"));
  }

  static Stream<Arguments> requestFaults() {
    String mixing =
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: ";
    return Stream.of(
        arguments(
            "'AttributeUpdates':{},'UpdateExpression':'REMOVE a'",
            mixing + "{AttributeUpdates} Expression parameters: {UpdateExpression}"),
        arguments(
            "'Expected':{},'AttributeUpdates':{},'ConditionalOperator':'OR',"
                + "'ConditionExpression':'','UpdateExpression':''",
            mixing
                + "{AttributeUpdates, Expected, ConditionalOperator} Expression parameters:"
                + " {UpdateExpression, ConditionExpression}"),
        arguments(
            "'ConditionalOperator':'OR','UpdateExpression':'REMOVE a'",
            mixing + "{ConditionalOperator} Expression parameters: {UpdateExpression}"),
        arguments(
            "'ConditionalOperator':'OR','AttributeUpdates':{'a':{'Action':'DELETE'}}",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            "'AttributeUpdates':{},'ConditionExpression':'attribute_exists(a)'",
            mixing + "{AttributeUpdates} Expression parameters: {ConditionExpression}"),
        arguments(
            "'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "'AttributeUpdates':{'a':{'Value':{'SS':[]}}}",
            INVALID + "An string set  may not be empty"),
        arguments(
            "'AttributeUpdates':{'a':{'Action':'ADD'}}",
            INVALID + "Only DELETE action is allowed when no attribute value is specified"),
        arguments(
            "'AttributeUpdates':{'a':{}}",
            INVALID + "Only DELETE action is allowed when no attribute value is specified"),
        arguments(
            "'AttributeUpdates':{'a':{'Action':'DELETE','Value':{'S':'x'}}}",
            INVALID + "DELETE action with value is not supported for the type S"),
        arguments(
            "'AttributeUpdates':{'a':{'Action':'ADD','Value':{'M':{}}}}",
            INVALID + "ADD action is not supported for the type M"),
        arguments(
            "'Expected':{'a':{'Exists':true}}",
            INVALID + "Value must be provided when Exists is true for Attribute: a"),
        arguments(
            "'UpdateExpression':''", "Invalid UpdateExpression: The expression can not be empty;"),
        arguments(
            "'UpdateExpression':'INVALID SYNTAX HERE'",
            "Invalid UpdateExpression: Syntax error; token: \"INVALID\", near: \"INVALID SYNTAX\""),
        arguments(
            "'UpdateExpression':'SET a = :x, a = :y','ExpressionAttributeValues':"
                + "{':x':{'S':'x'},':y':{'S':'y'}}",
            "Invalid UpdateExpression: Two document paths overlap with each other; must remove or"
                + " rewrite one of these paths; path one: [a], path two: [a]"),
        arguments(
            "'UpdateExpression':'REMOVE a','ExpressionAttributeValues':{':x':{'S':'x'}}",
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}"));
  }

  @ParameterizedTest
  @MethodSource("requestFaults")
  void namesWhatIsWrongWithTheRequest(String members, String text) {
    EMULATORS.assertEnvelopedFault("UpdateItem", update(members), text);
  }

  @Test
  void namesTheAbsentExpressionsInTheOlderWordingOnly() {
    String text = "ExpressionAttributeValues can only be specified when using expressions";
    EMULATORS.assertFaults(
        "UpdateItem",
        update("'ExpressionAttributeValues':{':x':{'S':'x'}}"),
        "1 validation error detected: " + text,
        text + ": UpdateExpression and ConditionExpression are null");
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#valueFaults")
  void namesWhatIsWrongWithAKeyValue(String key, String text) {
    EMULATORS.assertEnvelopedFault("UpdateItem", "{'TableName':'tbl','Key':" + key + "}", text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#schemaFaults")
  void namesWhatIsWrongWithTheKey(String table, String key, String text) {
    EMULATORS.assertFault("UpdateItem", "{'TableName':'" + table + "','Key':" + key + "}", text);
  }

  static Stream<Arguments> schemaFaults() {
    String key = INVALID + "Cannot update attribute pk. This attribute is part of the key";
    String mismatch = INVALID + "Type mismatch for Index Key ";
    String nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    String empty = "The AttributeValue for a key attribute cannot contain an empty ";
    return Stream.of(
        arguments(set("SET pk = :v", "':v':{'S':'1'}"), key),
        arguments(set("SET pk.a = :v", "':v':{'S':'1'}"), key),
        arguments(set("REMOVE pk", ""), key),
        arguments(set("ADD pk :v", "':v':{'N':'1'}"), key),
        // In the order of the key, not of the expression (dynalite: validateUpdates).
        arguments(
            "{'TableName':'pair','Key':{'pk':{'S':'1'},'sk':{'B':'AQ=='}},"
                + "'UpdateExpression':'REMOVE sk, pk'}",
            key),
        arguments(update("'AttributeUpdates':{'pk':{'Action':'DELETE'}}"), key),
        arguments(update("'AttributeUpdates':{'pk':{'Value':{'S':'1'}}}"), key),
        arguments(
            set("SET gpk = :v", "':v':{'N':'1'}"),
            mismatch + "gpk Expected: S Actual: N IndexName: alpha"),
        arguments(
            set("SET gsk = :v", "':v':{'NULL':true}"),
            mismatch + "gsk Expected: B Actual: NULL IndexName: zeta"),
        arguments(
            set("ADD gpk :v", "':v':{'N':'1'}"),
            mismatch + "gpk Expected: S Actual: N IndexName: alpha"),
        arguments(
            update("'AttributeUpdates':{'gpk':{'Value':{'SS':['a']}}}"),
            mismatch + "gpk Expected: S Actual: SS IndexName: alpha"),
        arguments(
            set("SET gpk = :v", "':v':{'S':''}"), UNSUPPORTED_VALUE + empty + "string value."),
        arguments(
            set("SET gsk = :v", "':v':{'B':''}"), UNSUPPORTED_VALUE + empty + "binary value."),
        arguments(set("SET gpk.a = :v", "':v':{'S':'1'}"), nested + "IndexKey: gpk"),
        arguments(set("SET a = gpk.b", ""), nested + "IndexKey: gpk"),
        arguments(set("SET a = pk.b", ""), nested + "Key: pk"),
        arguments(
            update("'ConditionExpression':'attribute_exists(num.a)'"), nested + "IndexKey: num"),
        arguments(update("'ConditionExpression':'attribute_exists(pk[0])'"), nested + "Key: pk"),
        arguments(
            "{'TableName':'none','Key':{'x':{'N':'1'}}}",
            "ResourceNotFoundException: Requested resource not found"));
  }

  static Stream<Arguments> evaluationFaults() {
    String incorrectType = "An operand in the update expression has an incorrect data type";
    String noAttribute =
        "The provided expression refers to an attribute that does not exist in the item";
    String invalidPath =
        "The document path provided in the update expression is invalid for update";
    return Stream.of(
        arguments(set("SET a = absent", ""), noAttribute),
        arguments(set("SET a = absent + :v", "':v':{'N':'1'}"), noAttribute),
        arguments(set("SET a = s + :v", "':v':{'N':'1'}"), incorrectType),
        arguments(set("SET a = list_append(s, :v)", "':v':{'L':[]}"), incorrectType),
        arguments(set("ADD s :v", "':v':{'N':'1'}"), incorrectType),
        arguments(set("DELETE ss :v", "':v':{'NS':['1']}"), incorrectType),
        arguments(set("SET absent.a = :v", "':v':{'N':'1'}"), invalidPath),
        arguments(set("REMOVE s.a", ""), invalidPath),
        arguments(set("SET m[0] = :v", "':v':{'N':'1'}"), invalidPath),
        arguments(
            set("SET a = huge + huge", ""),
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range"),
        arguments(
            set("SET m.a = deep", ""),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"),
        arguments(
            set("SET gpk = n", ""),
            "The update expression attempted to update the secondary index key to unsupported"
                + " type"),
        arguments(
            set("SET gpk = blank", ""),
            UNSUPPORTED_VALUE
                + "The AttributeValue for a key attribute cannot contain an empty string value."),
        arguments(
            set("SET gsk = nothing", ""),
            UNSUPPORTED_VALUE
                + "The AttributeValue for a key attribute cannot contain an empty binary value."),
        arguments(
            update("'UpdateExpression':'SET gpk = #l','ExpressionAttributeNames':{'#l':'long'}"),
            "The update expression attempted to update the secondary index key beyond allowed size"
                + " limits."),
        arguments(
            update("'AttributeUpdates':{'s':{'Action':'ADD','Value':{'N':'1'}}}"),
            "Type mismatch for attribute to update"),
        arguments(
            set("SET big = :v", "':v':" + Values.string(409_000)),
            "Item size to update has exceeded the maximum allowed size"),
        arguments(
            update("'AttributeUpdates':{'big':{'Value':" + Values.string(409_000) + "}}"),
            "Item size to update has exceeded the maximum allowed size"),
        arguments(
            update("'Expected':{'s':{'Value':{'S':'other'}}}"),
            "ConditionalCheckFailedException: The conditional request failed"));
  }

  @ParameterizedTest
  @MethodSource({"schemaFaults", "evaluationFaults"})
  void namesWhatTheTableAndTheItemShow(String request, String text) {
    EMULATORS.assertFault("UpdateItem", request, text);
  }

  @Test
  void leavesTheItemAsItWasWhenTheUpdateFails() {
    BothWordings emulators =
        BothWordings.with(
            items -> {
              items.create("tbl", "pk:S");
              items.put("tbl", "'pk':{'S':'1'},'a':{'N':'1'}");
            });

    emulators.assertFault(
        "UpdateItem",
        set("SET a = :v, b = absent", "':v':{'N':'2'}"),
        "The provided expression refers to an attribute that does not exist in the item");
    emulators.assertAccepted(
        "UpdateItem",
        update("'ConditionExpression':'a = :v','ExpressionAttributeValues':{':v':{'N':'1'}}"));
  }
}
