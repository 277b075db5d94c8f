package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2; data-model.md §3, §4, §6; protocol.md §8 for the two wordings. */
class PutItemMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";
  private static final String EMPTY_STRING =
      "The AttributeValue for a key attribute cannot contain an empty string value.";
  private static final String EMPTY_BINARY =
      "The AttributeValue for a key attribute cannot contain an empty binary value.";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("hash", "pk:S");
            items.create("range", "pk:S sk:N");
            items.create("binary", "pk:B sk:B");
            items.create("text", "pk:S sk:S");
            items.create(
                "indexed",
                "pk:S",
                "GSI zeta gpk:S KEYS_ONLY",
                "GSI alpha gpk:S gsk:B KEYS_ONLY",
                "GSI beta num:N KEYS_ONLY");
            items.create("wide", "pk:S", "GSI wide a:S+b:S c:S+d:S KEYS_ONLY");
          });

  private static String put(String table, String item) {
    return "{'TableName':'" + table + "','Item':{" + item + "}}";
  }

  static Stream<Arguments> valueFaults() {
    return Stream.of(
        arguments(
            "{}",
            "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        arguments("{'N':''}", "The parameter cannot be converted to a numeric value"),
        arguments("{'N':'1x'}", "The parameter cannot be converted to a numeric value: 1x"),
        arguments("{'NS':['1','b']}", "The parameter cannot be converted to a numeric value: b"),
        arguments(
            "{'N':'1E126'}",
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range"),
        arguments(
            "{'N':'1E-131'}",
            "Number underflow. Attempting to store a number with magnitude smaller than supported"
                + " range"),
        arguments(
            "{'N':'" + "1".repeat(39) + "'}",
            "Attempting to store more than 38 significant digits in a Number"),
        arguments(
            "{'NULL':false}", INVALID + "Null attribute value types must have the value of true"),
        arguments("{'SS':[]}", INVALID + "An string set  may not be empty"),
        arguments("{'NS':[]}", INVALID + "An number set  may not be empty"),
        arguments("{'BS':[]}", INVALID + "Binary sets should not be empty"),
        arguments("{'NS':['1','1.0']}", "Input collection contains duplicates"),
        arguments(
            "{'S':'a','N':'1'}",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
                + " the supported datatypes"),
        arguments("{'S':'a','N':'b'}", "The parameter cannot be converted to a numeric value: b"),
        arguments(
            "{'L':[{'S':'a'},{'M':{'x':{'BS':[]}}}]}", INVALID + "Binary sets should not be empty"),
        arguments(
            Values.nested(33),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"),
        arguments(
            "{'M':{'" + "n".repeat(65_536) + "':{'S':'x'}}}",
            "Attribute name is too large, must be less than 65536 bytes"));
  }

  @ParameterizedTest
  @MethodSource("valueFaults")
  void namesWhatIsWrongWithAValue(String value, String text) {
    EMULATORS.assertEnvelopedFault("PutItem", put("hash", "'pk':{'S':'1'},'v':" + value), text);
  }

  @Test
  void wordsSetFaultsByGeneration() {
    EMULATORS.assertFaults(
        "PutItem",
        put("hash", "'pk':{'S':'1'},'v':{'SS':['a','b','a']}"),
        "1 validation error detected: "
            + INVALID
            + "Input collection [\"a\", \"b\", \"a\"] contains duplicates.",
        INVALID + "Input collection [a, b, a] contains duplicates.");
    EMULATORS.assertFaults(
        "PutItem",
        put("hash", "'pk':{'S':'1'},'v':{'BS':['Yg==','Yg==']}"),
        "1 validation error detected: "
            + INVALID
            + "Input collection [\"Yg==\", \"Yg==\"]of type BS contains duplicates.",
        INVALID + "Input collection [Yg==, Yg==]of type BS contains duplicates.");
    EMULATORS.assertFaults(
        "PutItem",
        put("hash", "'pk':{'S':'1'},'v':{'NS':['']}"),
        "1 validation error detected: The parameter cannot be converted to a numeric value: ",
        "The parameter cannot be converted to a numeric value");
  }

  @Test
  void limitsAttributeNamesByTheirBytes() {
    String twoByteName = "é".repeat(32_767);

    EMULATORS.assertAccepted(
        "PutItem", put("hash", "'pk':{'S':'1'},'" + twoByteName + "n':{'S':'x'}"));
    EMULATORS.assertEnvelopedFault(
        "PutItem",
        put("hash", "'pk':{'S':'1'},'" + twoByteName + "é':{'S':'x'}"),
        "Attribute name is too large, must be less than 65536 bytes");
  }

  static Stream<Arguments> requestFaults() {
    String item = "'TableName':'hash','Item':{'pk':{'S':'1'}}";
    return Stream.of(
        arguments(
            item + ",'Expected':{'a':{'Exists':false}},'ConditionExpression':'attribute_exists(a)'",
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {Expected} Expression parameters:"
                + " {ConditionExpression}"),
        arguments(
            item + ",'Expected':{},'ConditionExpression':''",
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {Expected} Expression parameters:"
                + " {ConditionExpression}"),
        arguments(
            item + ",'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            item + ",'Expected':{'a':{'Exists':false}},'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(item + ",'ReturnValues':'ALL_NEW'", "ReturnValues can only be ALL_OLD or NONE"),
        arguments(
            item + ",'ReturnValues':'UPDATED_OLD'", "ReturnValues can only be ALL_OLD or NONE"),
        arguments(
            item + ",'ReturnValues':'UPDATED_NEW'", "ReturnValues can only be ALL_OLD or NONE"),
        arguments(
            "'TableName':'hash','Item':{'pk':{'S':'1'},'v':" + Values.string(409_600 - 3) + "}",
            "Item size has exceeded the maximum allowed size"),
        arguments(
            "'TableName':'none','Item':{'pk':{'S':'1'},'v':" + Values.string(409_600) + "}",
            "Item size has exceeded the maximum allowed size"),
        arguments(
            item + ",'Expected':{'a':{}}",
            INVALID + "Value must be provided when Exists is null for Attribute: a"),
        arguments(
            item
                + ",'Expected':{'a':{'Exists':false}},'ConditionalOperator':'OR',"
                + "'ConditionExpression':'attribute_exists(a)'",
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {Expected, ConditionalOperator} Expression"
                + " parameters: {ConditionExpression}"),
        arguments(
            item + ",'ConditionalOperator':'AND'",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            item + ",'Expected':{},'ConditionalOperator':'OR'",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            item + ",'Expected':{'a':{'Exists':false}},'ConditionalOperator':'OR'",
            "ConditionalOperator can only be used when Filter or Expected has two or more"
                + " elements"),
        arguments(
            item + ",'Expected':{'a':{}},'ConditionalOperator':'OR'",
            INVALID + "Value must be provided when Exists is null for Attribute: a"),
        arguments(
            item + ",'ConditionExpression':'a = b','ExpressionAttributeNames':{}",
            "ExpressionAttributeNames must not be empty"),
        arguments(
            item + ",'ConditionExpression':'a = b','ExpressionAttributeValues':{}",
            "ExpressionAttributeValues must not be empty"),
        arguments(
            item + ",'ConditionExpression':'a = :v','ExpressionAttributeValues':{':v':{'NS':[]}}",
            "ExpressionAttributeValues contains invalid value: "
                + INVALID
                + "An number set  may not be empty for key :v"),
        arguments(
            item + ",'ConditionExpression':''",
            "Invalid ConditionExpression: The expression can not be empty;"),
        arguments(
            item + ",'ConditionExpression':'a = b','ExpressionAttributeNames':{'#a':'a'}",
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"),
        arguments(
            item + ",'ConditionExpression':'a = b','ExpressionAttributeValues':{':v':{'S':'a'}}",
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}"));
  }

  @ParameterizedTest
  @MethodSource("requestFaults")
  void namesWhatIsWrongWithTheRequest(String members, String text) {
    EMULATORS.assertEnvelopedFault("PutItem", "{" + members + "}", text);
  }

  @Test
  void namesTheAbsentExpressionInTheOlderWordingOnly() {
    String text = "ExpressionAttributeValues can only be specified when using expressions";
    for (String legacy : new String[] {"", ",'Expected':{'a':{'Exists':false}}"}) {
      EMULATORS.assertFaults(
          "PutItem",
          "{'TableName':'hash','Item':{'pk':{'S':'1'}},'ExpressionAttributeValues':{':v':{'S':'a'}}"
              + legacy
              + "}",
          "1 validation error detected: " + text,
          text + ": ConditionExpression is null");
    }
  }

  @Test
  void rejectsDeepExpressionValuesInTheNewerWordingOnly() {
    String request =
        "{'TableName':'hash','Item':{'pk':{'S':'deep'}},'ConditionExpression':'a <> :v',"
            + "'ExpressionAttributeValues':{':v':%s}}";

    EMULATORS.assertAccepted("PutItem", request.formatted(Values.nested(32)));
    EMULATORS.assertFaults(
        "PutItem",
        request.replace("a <> :v", "a = :v").formatted(Values.nested(33)),
        "1 validation error detected: Nesting Levels have exceeded supported limits: Attributes in"
            + " the item have nested levels beyond supported limit",
        "ConditionalCheckFailedException: The conditional request failed");
  }

  static Stream<Arguments> keyFaults() {
    String schema = INVALID + "Type mismatch for key ";
    return Stream.of(
        arguments("hash", "", INVALID + "Missing the key pk in the item"),
        arguments("range", "'sk':{'N':'1'}", INVALID + "Missing the key pk in the item"),
        arguments("range", "'pk':{'S':'1'}", INVALID + "Missing the key sk in the item"),
        arguments("hash", "'pk':{'N':'1'}", schema + "pk expected: S actual: N"),
        arguments("hash", "'pk':{'NULL':true}", schema + "pk expected: S actual: NULL"),
        arguments("hash", "'pk':{'SS':['a']}", schema + "pk expected: S actual: SS"),
        arguments("hash", "'pk':{'M':{}}", schema + "pk expected: S actual: M"),
        arguments("range", "'pk':{'S':'1'},'sk':{'S':'1'}", schema + "sk expected: N actual: S"),
        arguments(
            "range", "'pk':{'S':'1'},'sk':{'BOOL':true}", schema + "sk expected: N actual: BOOL"),
        arguments(
            "binary", "'pk':{'S':'1'},'sk':{'B':'AQ=='}", schema + "pk expected: B actual: S"),
        arguments("hash", "'pk':{'S':''}", NOT_VALID + EMPTY_STRING + " Key: pk"),
        arguments("text", "'pk':{'S':'1'},'sk':{'S':''}", NOT_VALID + EMPTY_STRING + " Key: sk"),
        arguments(
            "binary", "'pk':{'B':''},'sk':{'B':'AQ=='}", NOT_VALID + EMPTY_BINARY + " Key: pk"),
        arguments(
            "binary", "'pk':{'B':'AQ=='},'sk':{'B':''}", NOT_VALID + EMPTY_BINARY + " Key: sk"),
        arguments(
            "hash",
            "'pk':" + Values.string(2049),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            "hash",
            "'pk':{'S':'" + "é".repeat(1024) + "x'}",
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            "binary",
            "'pk':" + Values.binary(2049) + ",'sk':{'B':'AQ=='}",
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            "text",
            "'pk':{'S':'1'},'sk':" + Values.string(1025),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024"
                + " bytes"),
        arguments(
            "binary",
            "'pk':{'B':'AQ=='},'sk':" + Values.binary(1025),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024"
                + " bytes"),
        arguments(
            "none", "'pk':{'N':'1'}", "ResourceNotFoundException: Requested resource not found"));
  }

  static Stream<Arguments> indexKeyFaults() {
    String mismatch = INVALID + "Type mismatch for Index Key ";
    String secondary = NOT_VALID + "A value specified for a secondary index key is not supported. ";
    return Stream.of(
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gpk':{'N':'1'}",
            mismatch + "gpk Expected: S Actual: N IndexName: alpha"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gpk':{'NULL':true}",
            mismatch + "gpk Expected: S Actual: NULL IndexName: alpha"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'num':{'M':{}},'gsk':{'S':'x'}",
            mismatch + "gsk Expected: B Actual: S IndexName: alpha"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'num':{'M':{}}",
            mismatch + "num Expected: N Actual: M IndexName: beta"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gpk':{'S':''}",
            secondary + EMPTY_STRING + " IndexName: alpha, IndexKey: gpk"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gsk':{'B':''}",
            secondary + EMPTY_BINARY + " IndexName: alpha, IndexKey: gsk"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gpk':" + Values.string(2049),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            "indexed",
            "'pk':{'S':'1'},'gsk':" + Values.binary(1025),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024"
                + " bytes"),
        arguments(
            "wide",
            "'pk':{'S':'1'},'c':%s,'d':%s".formatted(Values.string(1024), Values.string(1)),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024"
                + " bytes"));
  }

  @ParameterizedTest
  @MethodSource({"keyFaults", "indexKeyFaults"})
  void namesWhatIsWrongWithKeys(String table, String item, String text) {
    EMULATORS.assertFault("PutItem", put(table, item), text);
  }

  @Test
  void appliesTheSizeOfIndexKeysToTableKeysThatServeAsSuch() {
    BothWordings emulators =
        BothWordings.with(items -> items.create("tbl", "pk:S", "GSI turned kind:S pk:S ALL"));

    emulators.assertAccepted("PutItem", put("tbl", "'pk':" + Values.string(1024)));
    emulators.assertFault(
        "PutItem",
        put("tbl", "'pk':" + Values.string(1025)),
        INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
  }

  @Test
  void saysThatTheConditionFailed() {
    EMULATORS.assertFault(
        "PutItem",
        "{'TableName':'hash','Item':{'pk':{'S':'x'}},'ConditionExpression':'attribute_exists(pk)'}",
        "ConditionalCheckFailedException: The conditional request failed");
  }
}
