package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of protocol.md §5. */
class SerializationMessagesTest {

  private static final String PACKAGE = "com.amazonaws.dynamodb.v20120810.";
  private static final String NO_OBJECT = "Start of structure or map found where not expected";
  private static final String GENERIC_CAST =
      "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class"
          + " java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
          + " java.lang.Class are in module java.base of loader 'bootstrap')";

  @ParameterizedTest
  @MethodSource
  void reportsScalarOfWrongType(String operation, String json, String message) {
    assertMessage(operation, json, message);
  }

  static Stream<Arguments> reportsScalarOfWrongType() {
    return Stream.of(
        row("GetItem", "{'TableName':true}", "TRUE_VALUE cannot be converted to String"),
        row("GetItem", "{'TableName':false}", "FALSE_VALUE cannot be converted to String"),
        row("GetItem", "{'TableName':23}", "NUMBER_VALUE cannot be converted to String"),
        row("GetItem", "{'TableName':-2.5}", "DECIMAL_VALUE cannot be converted to String"),
        row("GetItem", "{'TableName':[]}", "Unrecognized collection type class java.lang.String"),
        row("GetItem", "{'TableName':{}}", NO_OBJECT),
        row("Query", "{'Select':1}", "NUMBER_VALUE cannot be converted to String"),
        row("Scan", "{'Limit':'1'}", "STRING_VALUE cannot be converted to Integer"),
        row("Scan", "{'Limit':true}", "TRUE_VALUE cannot be converted to Integer"),
        row("Scan", "{'Limit':false}", "FALSE_VALUE cannot be converted to Integer"),
        row("Scan", "{'Limit':[1]}", "Unrecognized collection type class java.lang.Integer"),
        row("Scan", "{'Limit':{}}", NO_OBJECT),
        row("CreateTable", units("'1'"), "STRING_VALUE cannot be converted to Long"),
        row("CreateTable", units("true"), "TRUE_VALUE cannot be converted to Long"),
        row("CreateTable", units("false"), "FALSE_VALUE cannot be converted to Long"),
        row("CreateTable", units("[]"), "Unrecognized collection type class java.lang.Long"),
        row("CreateTable", units("{}"), NO_OBJECT),
        row(
            "UpdateTableReplicaAutoScaling",
            "{'ProvisionedWriteCapacityAutoScalingUpdate':{'ScalingPolicyUpdate':"
                + "{'TargetTrackingScalingPolicyConfiguration':{'TargetValue':'50'}}}}",
            "STRING_VALUE cannot be converted to Double"),
        row(
            "ListBackups",
            "{'TimeRangeLowerBound':'now'}",
            "STRING_VALUE cannot be converted to Date"),
        row("GetItem", "{'ConsistentRead':'on'}", "Unexpected token received from parser"),
        row("GetItem", "{'ConsistentRead':1}", "NUMBER_VALUE cannot be converted to Boolean"),
        row("GetItem", "{'ConsistentRead':1.0}", "DECIMAL_VALUE cannot be converted to Boolean"),
        row(
            "GetItem",
            "{'ConsistentRead':[]}",
            "Unrecognized collection type class java.lang.Boolean"),
        row("GetItem", "{'ConsistentRead':{}}", NO_OBJECT));
  }

  @ParameterizedTest
  @MethodSource
  void reportsBinaryOfWrongForm(String binary, String message) {
    assertMessage("GetItem", "{'Key':{'a':{'B':" + binary + "}}}", message);
    assertMessage("GetItem", "{'Key':{'a':{'BS':['AAAA'," + binary + "]}}}", message);
  }

  static Stream<Arguments> reportsBinaryOfWrongForm() {
    String noText = "only base-64-encoded strings are convertible to bytes";
    String length = "Base64 encoded length is expected a multiple of 4 bytes but found: ";
    String character = "Invalid last non-pad Base64 character dectected";
    return Stream.of(
        row("true", noText),
        row("1", noText),
        row("1.5", noText),
        row("[]", "Unrecognized collection type class java.nio.ByteBuffer"),
        row("{}", NO_OBJECT),
        row("'a'", length + 1),
        row("'abc'", length + 3),
        row("'abcde'", length + 5),
        row("'ab*='", character),
        row("'a==='", character),
        row("'===='", character),
        row("'ab=a'", character),
        row("'ab=='", character),
        row("'abd='", character),
        row("'ab\\u00e9='", character),
        row("'-_-_'", character),
        row("'AA A'", character));
  }

  @ParameterizedTest
  @MethodSource
  void reportsCollectionOrStructureOfWrongType(String operation, String json, String message) {
    assertMessage(operation, json, message);
  }

  static Stream<Arguments> reportsCollectionOrStructureOfWrongType() {
    String field = "Unexpected field type";
    String element = "Unexpected value type in payload";
    return Stream.of(
        row("GetItem", "{'AttributesToGet':'a'}", field),
        row("GetItem", "{'AttributesToGet':1}", field),
        row("GetItem", "{'AttributesToGet':true}", field),
        row("GetItem", "{'AttributesToGet':{}}", NO_OBJECT),
        row("GetItem", "{'AttributesToGet':[1]}", "NUMBER_VALUE cannot be converted to String"),
        row("GetItem", "{'Key':'a'}", field),
        row("GetItem", "{'Key':1}", field),
        row("GetItem", "{'Key':[]}", map(PACKAGE + "AttributeValue")),
        row("Query", "{'ExclusiveStartKey':[]}", map(PACKAGE + "AttributeValue")),
        row("PutItem", "{'Item':[]}", map(PACKAGE + "AttributeValue")),
        row("PutItem", "{'ExpressionAttributeValues':[]}", map(PACKAGE + "AttributeValue")),
        row("PutItem", "{'ExpressionAttributeNames':[]}", map("java.lang.String")),
        row("PutItem", "{'ExpressionAttributeNames':'#a'}", field),
        row("PutItem", "{'Expected':[]}", map(PACKAGE + "ExpectedAttributeValue")),
        row("UpdateItem", "{'AttributeUpdates':[]}", map(PACKAGE + "AttributeValueUpdate")),
        row("Query", "{'KeyConditions':[]}", map(PACKAGE + "Condition")),
        row("Query", "{'QueryFilter':[]}", map(PACKAGE + "Condition")),
        row("Scan", "{'ScanFilter':[]}", map(PACKAGE + "Condition")),
        row("BatchGetItem", "{'RequestItems':[]}", map(PACKAGE + "KeysAndAttributes")),
        row(
            "BatchWriteItem",
            "{'RequestItems':[]}",
            map("java.util.List<" + PACKAGE + "WriteRequest>")),
        row("CreateTable", "{'ProvisionedThroughput':1}", field),
        row(
            "CreateTable",
            "{'ProvisionedThroughput':[]}",
            "Unrecognized collection type class " + PACKAGE + "ProvisionedThroughput"),
        row("CreateTable", "{'KeySchema':['a']}", element),
        row(
            "CreateTable",
            "{'KeySchema':[[]]}",
            "Unrecognized collection type class " + PACKAGE + "KeySchemaElement"),
        row("Scan", "{'ScanFilter':{'a':1}}", element),
        row(
            "Scan",
            "{'ScanFilter':{'a':[]}}",
            "Unrecognized collection type class " + PACKAGE + "Condition"),
        row("BatchWriteItem", "{'RequestItems':{'t':'a'}}", GENERIC_CAST),
        row("BatchWriteItem", "{'RequestItems':{'t':{}}}", NO_OBJECT),
        row("BatchWriteItem", "{'RequestItems':{'t':['a']}}", element),
        row("BatchGetItem", "{'RequestItems':{'t':{'Keys':[1]}}}", GENERIC_CAST),
        row(
            "BatchGetItem",
            "{'RequestItems':{'t':{'Keys':[[]]}}}",
            map(PACKAGE + "AttributeValue")));
  }

  @ParameterizedTest
  @MethodSource
  void reportsAttributeValueOfWrongType(String value, String message) {
    assertMessage("PutItem", "{'Item':{'a':" + value + "}}", message);
    assertMessage("PutItem", "{'Item':{'a':{'M':{'b':" + value + "}}}}", message);
    assertMessage("PutItem", "{'Item':{'a':{'L':[" + value + "]}}}", message);
    assertMessage("Scan", "{'ScanFilter':{'a':{'AttributeValueList':[" + value + "]}}}", message);
  }

  static Stream<Arguments> reportsAttributeValueOfWrongType() {
    String field = "Unexpected field type";
    return Stream.of(
        row("'a'", "Unexpected value type in payload"),
        row("1", "Unexpected value type in payload"),
        row("[]", "Unrecognized collection type class " + PACKAGE + "AttributeValue"),
        row("{'S':1}", "NUMBER_VALUE cannot be converted to String"),
        row("{'N':5}", "NUMBER_VALUE cannot be converted to String"),
        row("{'N':5.1}", "DECIMAL_VALUE cannot be converted to String"),
        row("{'S':[]}", "Unrecognized collection type class java.lang.String"),
        row("{'S':{}}", NO_OBJECT),
        row("{'BOOL':'x'}", "Unexpected token received from parser"),
        row("{'NULL':0}", "NUMBER_VALUE cannot be converted to Boolean"),
        row("{'SS':'a'}", field),
        row("{'SS':{}}", NO_OBJECT),
        row("{'SS':[1]}", "NUMBER_VALUE cannot be converted to String"),
        row("{'NS':1}", field),
        row("{'NS':[1]}", "NUMBER_VALUE cannot be converted to String"),
        row("{'NS':[[]]}", "Unrecognized collection type class java.lang.String"),
        row("{'BS':true}", field),
        row("{'L':'a'}", field),
        row("{'L':{}}", NO_OBJECT),
        row("{'L':[1]}", "Unexpected value type in payload"),
        row("{'L':[[]]}", "Unrecognized collection type class " + PACKAGE + "AttributeValue"),
        row("{'M':'a'}", field),
        row("{'M':[]}", map(PACKAGE + "AttributeValue")),
        row("{'M':{'b':1}}", "Unexpected value type in payload"));
  }

  @ParameterizedTest
  @MethodSource
  void reportsAttributeValueAsMember(String value, String message) {
    assertMessage("PutItem", "{'Expected':{'a':{'Value':" + value + "}}}", message);
  }

  static Stream<Arguments> reportsAttributeValueAsMember() {
    return Stream.of(
        row("'a'", "Unexpected field type"),
        row("[]", "Unrecognized collection type class " + PACKAGE + "AttributeValue"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "{'a'", "{'a':", "{'a':1", "{'a':1,}", "{a:1}", "{'a':01}", "{'a':NaN}",
        "{'a':'\t'}", "{} x", "{}{}", "{'a':[}", "{'a':tru}", "[]", "'a'", "1", "null", "true",
        "{'a':'\\x'}", "/**/{}", "{'TableName':1", "{'TableName':1}]", "{'TableName':[],}"
      })
  void sendsNoMessageForWhatIsNoJsonObject(String body) {
    assertMessage("GetItem", body, null);
  }

  private static String units(String value) {
    return "{'ProvisionedThroughput':{'ReadCapacityUnits':" + value + "}}";
  }

  private static String map(String valueClass) {
    return "Unrecognized collection type java.util.Map<java.lang.String, " + valueClass + ">";
  }

  private static Arguments row(Object... cells) {
    return Arguments.of(cells);
  }

  private static void assertMessage(String operation, String json, String message) {
    DynamoDbException error =
        catchThrowableOfType(
            DynamoDbException.class, () -> RequestDecoderTest.decode(operation, json));

    assertThat(error).as(json).isNotNull();
    assertThat(error.code()).isEqualTo(ErrorCode.SERIALIZATION);
    assertThat(error.getMessage()).as(json).isEqualTo(message);
  }
}
