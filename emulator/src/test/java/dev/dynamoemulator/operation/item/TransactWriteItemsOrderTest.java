package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.model.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two faults in one request. Evidence: transactions.md §2.1; items.md §1.1 within an element. */
class TransactWriteItemsOrderTest {

  private static final int MOST_BYTES = 10_000;

  private static final String TOKEN = "'ClientRequestToken':'used'";

  private final TransactionFixture fixture =
      TransactionFixture.start(Limits.DYNAMODB.withTransactionSize(MOST_BYTES));

  private record Fault(String elements, String member, String error) {}

  /** In the order in which they are looked for, over all elements each. */
  private static final List<Fault> FAULTS =
      List.of(
          fault("{'Put':7}", "SerializationException: Unexpected field type"),
          fault(
              "{'Delete':{'Key':{}}}",
              "ValidationException: 1 validation error detected: Value null at"
                  + " 'transactItems.2.member.delete.tableName' failed to satisfy constraint:"
                  + " Member must not be null"),
          fault(
              "{}",
              "ValidationException: TransactItems can only contain one of Check, Put, Update or"
                  + " Delete"),
          fault(
              "{'Delete':{'TableName':'accounts','Key':{'id':{'S':'x'}},"
                  + "'ConditionExpression':'!!'}}",
              "ValidationException: Invalid ConditionExpression: Syntax error; token: \"!\", near:"
                  + " \"!!\""),
          fault(
              put("'id':{'S':'y'},'v':{'S':'" + "x".repeat(MOST_BYTES) + "'}"),
              "ValidationException: Transaction payload size cannot exceed 4MB. Payload Size: "
                  + (MOST_BYTES + 4)),
          fault(
              "{'Delete':{'TableName':'missing','Key':{'id':{'S':'x'}}}}",
              "ResourceNotFoundException: Requested resource not found"),
          fault(
              put("'id':{'S':''}"),
              "ValidationException: One or more parameter values are not valid. The"
                  + " AttributeValue for a key attribute cannot contain an empty string value."
                  + " Key: id"),
          fault(
              put("'id':{'S':'twice'}") + "," + put("'id':{'S':'twice'}"),
              "ValidationException: Transaction request cannot include multiple operations on one"
                  + " item"),
          new Fault(
              put("'id':{'S':'z'}"),
              TOKEN,
              "IdempotentParameterMismatchException: Request parameters do not match the"
                  + " parameters of the initial request with the same token"),
          fault(
              put("'id':{'N':'1'}"),
              "TransactionCanceledException: Transaction cancelled, please refer cancellation"
                  + " reasons for specific reasons [ValidationError]"));

  private static Fault fault(String elements, String error) {
    return new Fault(elements, null, error);
  }

  private static String put(String attributes) {
    return "{'Put':{'TableName':'accounts','Item':{" + attributes + "}}}";
  }

  static Stream<Arguments> neighbours() {
    List<Arguments> rows = new ArrayList<>();
    for (int i = 0; i + 1 < FAULTS.size(); i++) {
      Fault first = FAULTS.get(i);
      Fault second = FAULTS.get(i + 1);
      String member = first.member == null ? second.member : first.member;
      rows.add(arguments(second.elements + "," + first.elements, member, first.error));
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void reportsTheEarlierStageOfALaterElement(String elements, String member, String error) {
    fixture.write(put("'id':{'S':'first'}"), TOKEN);

    String[] members = member == null ? new String[0] : new String[] {member};
    assertThat(fixture.writeFault(elements, members)).isEqualTo(error);
  }

  /** In the order in which they are looked for within an element. */
  static Stream<Arguments> withinAnElement() {
    String item = "'TableName':'missing','Item':{'id':{'S':'a'}}";
    String key = "'TableName':'missing','Key':{'id':{'S':'a'}}";
    String badKey = "'TableName':'missing','Key':{'id':{'N':'x'}}";
    return Stream.of(
        arguments(
            "{'Put':{'TableName':'missing','Item':{'id':{'N':'x'}},"
                + "'ExpressionAttributeNames':{},'ExpressionAttributeValues':{}}}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "{'Delete':{" + badKey + ",'ExpressionAttributeValues':{}}}",
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " ConditionExpression is null"),
        arguments(
            "{'ConditionCheck':{"
                + badKey
                + ",'ConditionExpression':'!!','ExpressionAttributeNames':{}}}",
            "The parameter cannot be converted to a numeric value: x"),
        arguments(
            "{'Put':{'TableName':'missing','Item':{'id':{'S':'a'},'v':{'S':'"
                + "x".repeat(409_600)
                + "'}},'ConditionExpression':'!!','ExpressionAttributeNames':{}}}",
            "Item size has exceeded the maximum allowed size"),
        arguments(
            "{'Put':{"
                + item
                + ",'ConditionExpression':'!!','ExpressionAttributeNames':{},"
                + "'ExpressionAttributeValues':{}}}",
            "ExpressionAttributeNames must not be empty"),
        arguments(
            "{'Put':{" + item + ",'ConditionExpression':'!!','ExpressionAttributeValues':{}}}",
            "ExpressionAttributeValues must not be empty"),
        arguments(
            "{'Update':{" + key + ",'ConditionExpression':'!!','UpdateExpression':''}}",
            "Invalid UpdateExpression: The expression can not be empty;"),
        arguments(
            "{'Update':{"
                + key
                + ",'ConditionExpression':'!!','UpdateExpression':'REMOVE a',"
                + "'ExpressionAttributeNames':{'#a':'b'}}}",
            "Invalid ConditionExpression: Syntax error; token: \"!\", near: \"!!\""),
        arguments(
            "{'Update':{"
                + key
                + ",'UpdateExpression':'REMOVE a','ExpressionAttributeNames':{'#a':'b'},"
                + "'ExpressionAttributeValues':{':a':{'S':'b'}}}}",
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"));
  }

  @ParameterizedTest
  @MethodSource("withinAnElement")
  void ordersTheFaultsOfAnElementAsThoseOfASingleWrite(String element, String text) {
    assertThat(TransactionFixture.start(Limits.DYNAMODB).writeFault(element))
        .isEqualTo("ValidationException: " + text);
  }

  static Stream<Arguments> inOneElement() {
    return Stream.of(
        // an empty key outranks the table's key schema
        arguments(
            "{'Delete':{'TableName':'accounts','Key':{'id':{'S':''},'more':{'S':'x'}}}}",
            "ValidationException: One or more parameter values are not valid. The AttributeValue"
                + " for a key attribute cannot contain an empty string value. Key: id"),
        // one item twice outranks what else is wrong with it
        arguments(
            """
            {'Put':{'TableName':'orders','Item':{
              'customer':{'S':'a'},'number':{'N':'1'},'day':{'N':'1'}}}},
            {'Delete':{'TableName':'orders','Key':{'customer':{'S':'a'},'number':{'N':'1'}}}}
            """,
            "ValidationException: Transaction request cannot include multiple operations on one"
                + " item"));
  }

  @ParameterizedTest
  @MethodSource("inOneElement")
  void reportsWhatFailsTheWholeBeforeReasons(String elements, String error) {
    assertThat(fixture.writeFault(elements)).isEqualTo(error);
  }

  @ParameterizedTest
  @MethodSource("reasonPairs")
  void givesOneReasonPerElement(String element, String reason) {
    assertThat(fixture.writeReasons(element).get(0).get("Message").asText()).isEqualTo(reason);
  }

  static Stream<Arguments> reasonPairs() {
    return Stream.of(
        // the table's key, then index keys
        arguments(
            "{'Put':{'TableName':'orders','Item':{"
                + "'customer':{'N':'1'},'number':{'N':'1'},'day':{'N':'1'}}}}",
            "One or more parameter values were invalid: Type mismatch for key customer expected:"
                + " S actual: N"),
        // index keys, then the condition's paths, then the condition
        arguments(
            "{'Put':{'TableName':'orders','Item':{"
                + "'customer':{'S':'1'},'number':{'N':'1'},'day':{'N':'1'}},"
                + "'ConditionExpression':'attribute_exists(customer.a)'}}",
            "One or more parameter values were invalid: Type mismatch for Index Key day Expected:"
                + " S Actual: N IndexName: byDay"),
        arguments(
            "{'Put':{'TableName':'orders','Item':{'customer':{'S':'1'},'number':{'N':'1'}},"
                + "'ConditionExpression':'attribute_exists(customer.a)'}}",
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: customer"),
        // the condition, then the update
        arguments(
            "{'Update':{'TableName':'accounts','Key':{'id':{'S':'nobody'}},"
                + "'UpdateExpression':'SET a = b','ConditionExpression':'attribute_exists(id)'}}",
            "The conditional request failed"));
  }
}
