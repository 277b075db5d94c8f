package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** All or nothing (transactions.md). */
class TransactionTest extends BehaviourTest {

  @Test
  void writesAllOrNothing() {
    TestTable table = table().create("pk:S").put(item("old", 1)).put(item("checked", 2));

    write(
        put("new", 3),
        update("old", "SET v = v + :v", 10),
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(tableName)
                        .key(key("checked"))
                        .conditionExpression("v = :v")
                        .expressionAttributeValues(Map.of(":v", n(2))))
            .build(),
        TransactWriteItem.builder()
            .delete(delete -> delete.tableName(tableName).key(key("missing")))
            .build());

    assertThat(table.scan())
        .containsExactlyInAnyOrder(item("new", 3), item("old", 11), item("checked", 2));
  }

  @Test
  void saysWhichActionCancelledItAll() {
    TestTable table = table().create("pk:S").put(item("old", 1));

    TransactionCanceledException thrown =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                write(
                    put("new", 3),
                    TransactWriteItem.builder()
                        .put(
                            put ->
                                put.tableName(tableName)
                                    .item(item("old", 5))
                                    .conditionExpression("attribute_not_exists(pk)")
                                    .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(),
                    update("other", "SET v = v + :v", 1)));

    assertThat(thrown.awsErrorDetails().errorMessage())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ConditionalCheckFailed, ValidationError]");
    assertThat(thrown.cancellationReasons())
        .containsExactly(
            CancellationReason.builder().code("None").build(),
            CancellationReason.builder()
                .code("ConditionalCheckFailed")
                .message("The conditional request failed")
                .item(item("old", 1))
                .build(),
            CancellationReason.builder()
                .code("ValidationError")
                .message(
                    "The provided expression refers to an attribute that does not exist in the"
                        + " item")
                .build());
    assertThat(table.scan()).containsExactly(item("old", 1));
  }

  @Test
  void repeatsNothingForTheSameToken() {
    TestTable table = table().create("pk:S").put(item("counter", 0));

    for (int attempt = 0; attempt < 3; attempt++) {
      client.transactWriteItems(
          write ->
              write
                  .transactItems(update("counter", "ADD v :v", 1))
                  .clientRequestToken("once-" + wayIn.name()));
    }

    assertThat(table.scan()).containsExactly(item("counter", 1));
  }

  @Test
  void readsSeveralItemsAtOnce() {
    table().create("pk:S").put(item("a", 1)).put(item("b", 2));

    assertThat(
            client
                .transactGetItems(
                    read -> read.transactItems(get("a", null), get("none", null), get("b", "v")))
                .responses())
        .satisfiesExactly(
            first -> assertThat(first.item()).isEqualTo(item("a", 1)),
            second -> assertThat(second.hasItem()).isFalse(),
            third -> assertThat(third.item()).isEqualTo(Map.of("v", n(2))));
  }

  private TransactGetItem get(String key, String projection) {
    return TransactGetItem.builder()
        .get(get -> get.tableName(tableName).key(key(key)).projectionExpression(projection))
        .build();
  }

  @Test
  void refusesTwoActionsOnOneItem() {
    table().create("pk:S");

    assertThat(Failure.of(() -> write(put("a", 1), update("a", "SET v = :v", 2))))
        .isEqualTo(
            Failure.validation(
                "Transaction request cannot include multiple operations on one item"));
  }

  @Test
  void costsTwice() {
    table().create("pk:S");

    assertThat(
            client
                .transactWriteItems(
                    write ->
                        write
                            .transactItems(put("a", 1), put("b", 1))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity())
        .containsExactly(
            ConsumedCapacity.builder()
                .tableName(tableName)
                .capacityUnits(4.0)
                .writeCapacityUnits(4.0)
                .build());
  }

  @Test
  void keepsASumUnderConcurrentTransfers() {
    TestTable table = table().create("pk:S");
    IntStream.range(0, 4).forEach(i -> table.put(item("account" + i, 100)));

    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> transfer("account" + i % 4, "account" + (i + 1) % 4));

    assertThat(
            table.scan().stream().mapToInt(account -> Integer.parseInt(account.get("v").n())).sum())
        .isEqualTo(400);
  }

  private void transfer(String from, String to) {
    try {
      write(update(from, "SET v = v - :v", 1), update(to, "SET v = v + :v", 1));
    } catch (TransactionCanceledException | TransactionConflictException e) {
      assertThat(e.awsErrorDetails().errorMessage()).contains("TransactionConflict");
    }
  }

  private void write(TransactWriteItem... actions) {
    client.transactWriteItems(write -> write.transactItems(Arrays.asList(actions)));
  }

  private TransactWriteItem put(String key, int value) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tableName).item(item(key, value)))
        .build();
  }

  private TransactWriteItem update(String key, String expression, int value) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tableName)
                    .key(key(key))
                    .updateExpression(expression)
                    .expressionAttributeValues(Map.of(":v", n(value))))
        .build();
  }

  private static Map<String, AttributeValue> key(String key) {
    return Map.of("pk", s(key));
  }

  private static Map<String, AttributeValue> item(String key, int value) {
    return Map.of("pk", s(key), "v", n(value));
  }
}
