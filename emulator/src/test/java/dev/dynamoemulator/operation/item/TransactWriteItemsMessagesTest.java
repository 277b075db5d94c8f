package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static dev.dynamoemulator.operation.item.TransactionFixture.orderKey;
import static dev.dynamoemulator.operation.item.TransactionFixture.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: transactions.md §2.2, §3; data-model.md §4, §6; expressions.md §2, §8. */
class TransactWriteItemsMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";
  private static final String VALUES = "ExpressionAttributeValues";

  private final TransactionFixture fixture = TransactionFixture.start();

  private static String put(String members) {
    return "{'Put':{'TableName':'accounts','Item':{'id':{'S':'a'}}," + members + "}}";
  }

  private static String putAccount(String attributes) {
    return "{'Put':{'TableName':'accounts','Item':{" + attributes + "}}}";
  }

  private static String putOrder(String attributes) {
    return "{'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'},"
        + attributes
        + "}}}";
  }

  private static String updateOrder(String expression, String value) {
    return """
    {'Update':{'TableName':'orders','Key':%s,'UpdateExpression':'%s',
      'ExpressionAttributeValues':{':v':%s}}}
    """
        .formatted(orderKey("ada", 1), expression, value);
  }

  private static String updateAccount(String members) {
    return "{'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}}," + members + "}}";
  }

  private static String onAccount(String action, String key) {
    String expression =
        switch (action) {
          case "Update" -> ",'UpdateExpression':'REMOVE a'";
          case "ConditionCheck" -> ",'ConditionExpression':'attribute_not_exists(a)'";
          default -> "";
        };
    return "{'" + action + "':{'TableName':'accounts','Key':" + key + expression + "}}";
  }

  private static String string(int length) {
    return "{'S':'" + "x".repeat(length) + "'}";
  }

  private static String nested(int levels) {
    return "{'L':[".repeat(levels - 1) + "{'S':'x'}" + "]}".repeat(levels - 1);
  }

  private static String missing(String member) {
    return "Value null at 'transactItems.1.member."
        + member
        + "' failed to satisfy constraint: Member must not be null";
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        arguments("{'Put':{'Item':{}}}", missing("put.tableName")),
        arguments("{'Put':{'TableName':'accounts'}}", missing("put.item")),
        arguments("{'Delete':{'Key':{}}}", missing("delete.tableName")),
        arguments("{'Delete':{'TableName':'accounts'}}", missing("delete.key")),
        arguments("{'Update':{'Key':{},'UpdateExpression':'x'}}", missing("update.tableName")),
        arguments(
            "{'Update':{'TableName':'accounts','UpdateExpression':'x'}}", missing("update.key")),
        arguments(
            "{'Update':{'TableName':'accounts','Key':{}}}", missing("update.updateExpression")),
        arguments(
            "{'ConditionCheck':{'Key':{},'ConditionExpression':'x'}}",
            missing("conditionCheck.tableName")),
        arguments(
            "{'ConditionCheck':{'TableName':'accounts','ConditionExpression':'x'}}",
            missing("conditionCheck.key")),
        arguments(
            "{'ConditionCheck':{'TableName':'accounts','Key':{}}}",
            missing("conditionCheck.conditionExpression")),
        arguments(
            put("'ReturnValuesOnConditionCheckFailure':'ALL_NEW'"),
            "Value 'ALL_NEW' at 'transactItems.1.member.put.returnValuesOnConditionCheckFailure'"
                + " failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD,"
                + " NONE]"),
        arguments(
            "{'Delete':{'TableName':'a b','Key':{}}}",
            "Value 'a b' at 'transactItems.1.member.delete.tableName' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern:"
                + " [a-zA-Z0-9_.-]+"),
        arguments(
            "",
            "Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length"
                + " greater than or equal to 1"));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void reportsBrokenConstraints(String elements, String failure) {
    assertThat(fixture.writeFault(elements))
        .isEqualTo("ValidationException: 1 validation error detected: " + failure);
  }

  @Test
  void collectsConstraintFailuresOverAllElements() {
    assertThat(fixture.writeFault("{'Put':{'Item':{}}},{'Delete':{'TableName':'accounts'}}"))
        .isEqualTo(
            "ValidationException: 2 validation errors detected: "
                + "Value null at 'transactItems.1.member.put.tableName' failed to satisfy"
                + " constraint: Member must not be null; "
                + "Value null at 'transactItems.2.member.delete.key' failed to satisfy"
                + " constraint: Member must not be null");
  }

  @Test
  void refusesMoreThanAHundredActions() {
    String elements = String.join(",", Collections.nCopies(101, put("'x':1")));

    assertThat(fixture.writeFault(elements))
        .startsWith("ValidationException: 1 validation error detected: Value '[")
        .endsWith(
            "]' at 'transactItems' failed to satisfy constraint: Member must have length less than"
                + " or equal to 100");
  }

  @Test
  void refusesAMissingList() {
    assertThat(fixture.fault("TransactWriteItems", "{}"))
        .isEqualTo(
            "ValidationException: 1 validation error detected: Value null at 'transactItems'"
                + " failed to satisfy constraint: Member must not be null");
  }

  static Stream<Arguments> members() {
    return Stream.of(
        arguments(
            "'ClientRequestToken':'" + "t".repeat(37) + "'",
            "Value '"
                + "t".repeat(37)
                + "' at 'clientRequestToken' failed to satisfy constraint: Member must have length"
                + " less than or equal to 36"),
        arguments(
            "'ClientRequestToken':''",
            "Value '' at 'clientRequestToken' failed to satisfy constraint: Member must have"
                + " length greater than or equal to 1"),
        arguments(
            "'ReturnConsumedCapacity':'ALL'",
            "Value 'ALL' at 'returnConsumedCapacity' failed to satisfy constraint: Member must"
                + " satisfy enum value set: [INDEXES, TOTAL, NONE]"),
        arguments(
            "'ReturnItemCollectionMetrics':'ALL'",
            "Value 'ALL' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member"
                + " must satisfy enum value set: [SIZE, NONE]"));
  }

  @ParameterizedTest
  @MethodSource("members")
  void reportsBrokenConstraintsOfTheRequest(String member, String failure) {
    assertThat(fixture.writeFault(put("'x':1"), member))
        .isEqualTo("ValidationException: 1 validation error detected: " + failure);
  }

  static Stream<Arguments> topLevelFaults() {
    String oneAction = "TransactItems can only contain one of Check, Put, Update or Delete";
    String emptyString =
        "The AttributeValue for a key attribute cannot contain an empty string value.";
    String emptyBinary =
        "The AttributeValue for a key attribute cannot contain an empty binary value.";
    return Stream.of(
        arguments("{}", oneAction),
        arguments("{'Colour':{}}", oneAction),
        arguments("{'Get':{'TableName':'accounts','Key':{'id':{'S':'a'}}}}", oneAction),
        arguments(
            "{'Put':{'TableName':'accounts','Item':{}},'Delete':{'TableName':'b','Key':{}}}",
            oneAction),
        // values
        arguments(
            putAccount("'id':{'S':'a'},'n':{'N':'x'}"),
            "The parameter cannot be converted to a numeric value: x"),
        arguments(
            onAccount("Delete", "{'id':{'NULL':false}}"),
            INVALID + "Null attribute value types must have the value of true"),
        arguments(
            putAccount("'id':{'S':'a'},'v':" + nested(33)),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"),
        arguments(
            putAccount("'id':{'S':'a'},'v':" + string(409_600 - 3)),
            "Item size has exceeded the maximum allowed size"),
        // parameters of expressions
        arguments(
            put("'ExpressionAttributeNames':{'#a':'b'}"),
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            put("'ExpressionAttributeValues':{':a':{'S':'b'}}"),
            VALUES + " can only be specified when using expressions: ConditionExpression is null"),
        arguments(
            "{'Delete':{'TableName':'accounts','Key':{'id':{'S':'a'}},"
                + "'ExpressionAttributeValues':{':a':{'S':'b'}}}}",
            VALUES + " can only be specified when using expressions: ConditionExpression is null"),
        arguments(
            put("'ConditionExpression':'attribute_exists(a)','ExpressionAttributeNames':{}"),
            "ExpressionAttributeNames must not be empty"),
        arguments(
            put("'ConditionExpression':'attribute_exists(a)','ExpressionAttributeValues':{}"),
            VALUES + " must not be empty"),
        arguments(
            put("'ConditionExpression':'a = :a','ExpressionAttributeValues':{':a':{'N':'x'}}"),
            VALUES
                + " contains invalid value: The parameter cannot be converted to a numeric value:"
                + " x for key :a"),
        arguments(
            put(
                "'ConditionExpression':'attribute_exists(a)','ExpressionAttributeNames':{'#b':'c'}"),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"),
        arguments(
            updateAccount(
                "'UpdateExpression':'REMOVE a','ConditionExpression':'attribute_exists(a)',"
                    + "'ExpressionAttributeValues':{':b':{'S':'c'}}"),
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}"),
        // expressions
        arguments(
            put("'ConditionExpression':''"),
            "Invalid ConditionExpression: The expression can not be empty;"),
        arguments(
            "{'ConditionCheck':{'TableName':'accounts','Key':{},'ConditionExpression':'!!'}}",
            "Invalid ConditionExpression: Syntax error; token: \"!\", near: \"!!\""),
        arguments(
            updateAccount("'UpdateExpression':''"),
            "Invalid UpdateExpression: The expression can not be empty;"),
        arguments(
            updateAccount("'UpdateExpression':'INVALID SYNTAX HERE'"),
            "Invalid UpdateExpression: Syntax error; token: \"INVALID\", near: \"INVALID"
                + " SYNTAX\""),
        arguments(
            put("'ConditionExpression':'size = :a'"),
            "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword:"
                + " size"),
        arguments(
            put("'ConditionExpression':'#a = :a'"),
            "Invalid ConditionExpression: An expression attribute name used in the document path"
                + " is not defined; attribute name: #a"),
        arguments(
            put("'ConditionExpression':'a = :a'"),
            "Invalid ConditionExpression: An expression attribute value used in expression is not"
                + " defined; attribute value: :a"),
        // empty keys
        arguments(putAccount("'id':{'S':''}"), NOT_VALID + emptyString + " Key: id"),
        arguments(onAccount("Update", "{'id':{'S':''}}"), NOT_VALID + emptyString + " Key: id"),
        arguments(onAccount("Delete", "{'id':{'S':''}}"), NOT_VALID + emptyString + " Key: id"),
        arguments(
            onAccount("ConditionCheck", "{'id':{'S':''}}"), NOT_VALID + emptyString + " Key: id"),
        arguments(
            putOrder("'day':{'S':''}"),
            NOT_VALID
                + "A value specified for a secondary index key is not supported. "
                + emptyString
                + " IndexName: byDay, IndexKey: day"),
        arguments(
            putOrder("'state':{'S':''}"),
            NOT_VALID
                + "A value specified for a secondary index key is not supported. "
                + emptyString
                + " IndexName: byDay, IndexKey: state"),
        arguments(
            putOrder("'code':{'B':''}"),
            NOT_VALID
                + "A value specified for a secondary index key is not supported. "
                + emptyBinary
                + " IndexName: byCode, IndexKey: code"),
        arguments(
            updateOrder("SET day = :v", "{'S':''}")
                .replace("SET day", "SET #d")
                .replace(
                    "'ExpressionAttributeValues'",
                    "'ExpressionAttributeNames':{'#d':'day'},'ExpressionAttributeValues'"),
            NOT_VALID
                + "The update expression attempted to update a secondary index key to a value that"
                + " is not supported. "
                + emptyString),
        arguments(
            updateOrder("SET code = :v", "{'B':''}"),
            NOT_VALID
                + "The update expression attempted to update a secondary index key to a value that"
                + " is not supported. "
                + emptyBinary),
        // one item twice
        arguments(
            putAccount("'id':{'S':'a'}") + "," + onAccount("ConditionCheck", "{'id':{'S':'a'}}"),
            "Transaction request cannot include multiple operations on one item"),
        arguments(
            "{'Delete':{'TableName':'orders','Key':{'customer':{'S':'a'},'number':{'N':'1'}}}},"
                + "{'Delete':{'TableName':'orders','Key':"
                + "{'number':{'N':'1.0'},'customer':{'S':'a'}}}}",
            "Transaction request cannot include multiple operations on one item"),
        arguments(
            onAccount("Delete", "{'id':{'S':'a'}}")
                + ","
                + onAccount("Update", "{'id':{'S':'a'}}")
                    .replace(
                        "'accounts'", "'arn:aws:dynamodb:us-east-1:000000000000:table/accounts'"),
            "Transaction request cannot include multiple operations on one item"));
  }

  @ParameterizedTest
  @MethodSource("topLevelFaults")
  void reportsFaultsThatFailTheTransactionAsAWhole(String elements, String text) {
    assertThat(fixture.writeFault(elements)).isEqualTo("ValidationException: " + text);
  }

  @Test
  void reportsOneMissingTableOfMany() {
    String missing = "{'Put':{'TableName':'missing','Item':{'id':{'S':'a'}}}}";

    assertThat(fixture.writeFault(putAccount("'id':{'S':'a'}") + "," + missing))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
    assertThat(fixture.account("a")).isNull();
  }

  static Stream<Arguments> reasons() {
    String mismatch = "The provided key element does not match the schema";
    return Stream.of(
        arguments(
            putAccount("'id':{'N':'1'}"),
            INVALID + "Type mismatch for key id expected: S actual: N"),
        arguments(
            putAccount("'id':{'M':{}}"),
            INVALID + "Type mismatch for key id expected: S actual: M"),
        arguments(putAccount("'a':{'N':'1'}"), INVALID + "Missing the key id in the item"),
        arguments(
            putAccount("'id':" + string(2049)),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(onAccount("Update", "{'id':{'N':'1'}}"), mismatch),
        arguments(onAccount("Delete", "{'id':{'L':[]}}"), mismatch),
        arguments(onAccount("ConditionCheck", "{'id':{'B':''}}"), mismatch),
        arguments(onAccount("Update", "{}"), mismatch),
        arguments(onAccount("Delete", "{'other':{'S':'a'}}"), mismatch),
        arguments(onAccount("ConditionCheck", "{'id':{'S':'a'},'a':{'S':'a'}}"), mismatch),
        arguments(
            "{'Delete':{'TableName':'orders','Key':"
                + "{'customer':{'S':'a'},'number':{'N':'1'},'day':{'S':''}}}}",
            mismatch),
        arguments(
            putOrder("'state':{'N':'1'},'day':{'N':'1'},'code':{'N':'1'}"),
            INVALID + "Type mismatch for Index Key code Expected: B Actual: N IndexName: byCode"),
        arguments(
            putOrder("'state':{'N':'1'}"),
            INVALID + "Type mismatch for Index Key state Expected: S Actual: N IndexName: byDay"),
        arguments(
            putOrder("'day':{'NULL':true}"),
            INVALID + "Type mismatch for Index Key day Expected: S Actual: NULL IndexName: byDay"),
        arguments(
            updateOrder("SET code = :v", "{'S':'x'}"),
            INVALID + "Type mismatch for Index Key code Expected: B Actual: S IndexName: byCode"),
        arguments(
            updateOrder("SET customer = :v", "{'S':'x'}"),
            INVALID + "Cannot update attribute customer. This attribute is part of the key"),
        arguments(
            updateOrder("SET code.a = :v", "{'S':'x'}"),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: IndexKey: code"),
        arguments(
            put("'ConditionExpression':'attribute_exists(id.a)'"),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: id"),
        arguments(
            updateOrder("SET code = :v", "{'B':'" + "AAAA".repeat(683) + "'}"),
            "The update expression attempted to update the secondary index key beyond allowed size"
                + " limits."),
        // what only the item shows
        arguments(
            updateAccount("'UpdateExpression':'SET a = gone'"),
            "The provided expression refers to an attribute that does not exist in the item"),
        arguments(
            updateAccount(
                "'UpdateExpression':'ADD txt :n','ExpressionAttributeValues':{':n':{'N':'1'}}"),
            "An operand in the update expression has an incorrect data type"),
        arguments(
            updateAccount(
                "'UpdateExpression':'SET a = txt + :n','ExpressionAttributeValues':"
                    + "{':n':{'N':'1'}}"),
            "An operand in the update expression has an incorrect data type"),
        arguments(
            updateAccount(
                "'UpdateExpression':'SET gone.a = :n','ExpressionAttributeValues':"
                    + "{':n':{'N':'1'}}"),
            "The document path provided in the update expression is invalid for update"),
        arguments(
            updateAccount("'UpdateExpression':'SET a = huge + huge'"),
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range"),
        arguments(
            updateAccount("'UpdateExpression':'SET big2 = big'"),
            "Item size to update has exceeded the maximum allowed size"),
        arguments(
            updateAccount(
                "'UpdateExpression':'SET deep[0] = :v','ExpressionAttributeValues':{':v':"
                    + nested(32)
                    + "}"),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void cancelsForFaultsThatNeedTableOrItem(String element, String text) {
    fixture.putAccount(
        "ada", "'txt':{'S':'x'},'huge':{'N':'9E+125'},'deep':{'L':[]},'big':" + string(250_000));

    JsonNode error =
        fixture.error(
            "TransactWriteItems", transaction(element + "," + putAccount("'id':{'S':'fine'}")));

    assertThat(error.get("Message").asText())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [ValidationError, None]");
    JsonNode reasons = error.get("CancellationReasons");
    assertThat(reasons).hasSize(2);
    assertThat(reasons.get(0).get("Code").asText()).isEqualTo("ValidationError");
    assertThat(reasons.get(0).get("Message").asText()).isEqualTo(text);
    assertThat(reasons.get(1)).isEqualTo(json("{'Code':'None'}"));
    assertThat(fixture.account("fine")).isNull();
  }

  @Test
  void cancelsForAnIndexKeyThatOnlyTheItemShowsToBeOfAnotherType() {
    fixture.call(
        "PutItem",
        "{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'},"
            + "'kind':{'N':'7'}}}");

    assertThat(
            fixture.writeReasons(
                "{'Update':{'TableName':'orders','Key':%s,'UpdateExpression':'SET code = kind'}}"
                    .formatted(orderKey("ada", 1))))
        .isEqualTo(
            json(
                """
                [{'Code':'ValidationError','Message':'The update expression attempted to update \
                the secondary index key to unsupported type'}]
                """));
  }
}
