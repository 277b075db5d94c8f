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

/** Two faults in one request. Evidence: transactions.md §2.1; items.md §1.2 within an element. */
class TransactGetItemsOrderTest {

  private static final int MOST_BYTES = 1000;

  private final TransactionFixture fixture =
      TransactionFixture.start(Limits.DYNAMODB.withTransactionSize(MOST_BYTES));

  private record Fault(String elements, String error) {}

  /** In the order in which they are looked for, over all elements each. */
  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "{'Get':[]}",
              "SerializationException: Unrecognized collection type class"
                  + " com.amazonaws.dynamodb.v20120810.Get"),
          new Fault(
              "{}",
              "ValidationException: 1 validation error detected: Value null at"
                  + " 'transactItems.2.member.get' failed to satisfy constraint: Member must not"
                  + " be null"),
          new Fault(
              "{'Get':{'TableName':'accounts','Key':{'id':{'S':'x'}},"
                  + "'ProjectionExpression':''}}",
              "ValidationException: Invalid ProjectionExpression: The expression can not be"
                  + " empty;"),
          new Fault(
              "{'Get':{'TableName':'missing','Key':{'id':{'S':'x'}}}}",
              "ResourceNotFoundException: Requested resource not found"),
          new Fault(
              get("''"),
              "ValidationException: One or more parameter values are not valid. The"
                  + " AttributeValue for a key attribute cannot contain an empty string value."
                  + " Key: id"),
          new Fault(
              get("'twice'") + "," + get("'twice'"),
              "ValidationException: Transaction request cannot include multiple operations on one"
                  + " item"),
          new Fault(
              "{'Get':{'TableName':'accounts','Key':{}}}",
              "TransactionCanceledException: Transaction cancelled, please refer cancellation"
                  + " reasons for specific reasons [None, ValidationError]"),
          new Fault(
              get("'large'"),
              "ValidationException: Transaction payload size cannot exceed 4MB. Payload Size: "
                  + (MOST_BYTES + 8)));

  private static String get(String id) {
    return "{'Get':{'TableName':'accounts','Key':{'id':{'S':" + id + "}}}}";
  }

  static Stream<Arguments> neighbours() {
    List<Arguments> rows = new ArrayList<>();
    for (int i = 0; i + 1 < FAULTS.size(); i++) {
      rows.add(
          arguments(
              FAULTS.get(i + 1).elements + "," + FAULTS.get(i).elements, FAULTS.get(i).error));
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void reportsTheEarlierStageOfALaterElement(String elements, String error) {
    fixture.putAccount("large", "'v':{'S':'" + "x".repeat(MOST_BYTES) + "'}");

    assertThat(fixture.getFault(elements)).isEqualTo(error);
  }

  static Stream<Arguments> withinAnElement() {
    return Stream.of(
        arguments(
            "'Key':{'id':{'N':'x'}},'ExpressionAttributeNames':{}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "'Key':{'id':{'N':'x'}},'ProjectionExpression':'','ExpressionAttributeNames':{}",
            "The parameter cannot be converted to a numeric value: x"),
        arguments(
            "'Key':{'id':{'S':'x'}},'ProjectionExpression':'','ExpressionAttributeNames':{}",
            "ExpressionAttributeNames must not be empty"),
        arguments(
            "'Key':{'id':{'S':'x'}},'ProjectionExpression':'',"
                + "'ExpressionAttributeNames':{'#a':'b'}",
            "Invalid ProjectionExpression: The expression can not be empty;"));
  }

  @ParameterizedTest
  @MethodSource("withinAnElement")
  void ordersTheFaultsOfAnElementAsThoseOfGetItem(String members, String text) {
    assertThat(fixture.getFault("{'Get':{'TableName':'missing'," + members + "}}"))
        .isEqualTo("ValidationException: " + text);
  }
}
