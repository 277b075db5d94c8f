package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Item;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: transactions.md §3.1, §3.2. */
class CancellationReasonsTest {

  static Stream<Arguments> codes() {
    return Stream.of(
        arguments(ErrorCode.CONDITIONAL_CHECK_FAILED, "ConditionalCheckFailed"),
        arguments(ErrorCode.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED, "ItemCollectionSizeLimitExceeded"),
        arguments(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED, "ProvisionedThroughputExceeded"),
        arguments(ErrorCode.THROTTLING, "ThrottlingError"),
        arguments(ErrorCode.DUPLICATE_ITEM, "DuplicateItem"),
        arguments(ErrorCode.VALIDATION, "ValidationError"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void hasACodeForEveryKindOfFault(ErrorCode code, String reason) {
    DynamoDbException cancelled =
        TransactionErrors.cancelled(List.of(DynamoDbException.of(code, "text")));

    assertThat(cancelled.code()).isEqualTo(ErrorCode.TRANSACTION_CANCELED);
    assertThat(cancelled)
        .hasMessage(
            "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                + reason
                + "]");
    assertThat(cancelled.members().get("CancellationReasons"))
        .isEqualTo(List.of(Map.of("Code", reason, "Message", "text")));
  }

  @Test
  void endsTheTextOfAConflictWithAFullStopHereOnly() {
    DynamoDbException conflict = TransactionErrors.conflict();

    assertThat(conflict).hasMessage("Transaction is ongoing for the item");
    assertThat(TransactionErrors.cancelled(List.of(conflict)).members().get("CancellationReasons"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Code",
                    "TransactionConflict",
                    "Message",
                    "Transaction is ongoing for the item.")));
  }

  @Test
  void hasOneReasonPerElementInOrder() {
    Item item = Item.of(Map.of("id", new AttributeValue.S("a")));
    DynamoDbException failed =
        DynamoDbException.of(ErrorCode.CONDITIONAL_CHECK_FAILED, "text").with("Item", item);

    DynamoDbException cancelled = TransactionErrors.cancelled(Arrays.asList(null, failed, null));

    Map<String, Object> none = Collections.singletonMap("Code", "None");
    assertThat(cancelled)
        .hasMessage(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ConditionalCheckFailed, None]");
    assertThat(cancelled.members().get("CancellationReasons"))
        .isEqualTo(
            List.of(
                none,
                Map.of("Code", "ConditionalCheckFailed", "Message", "text", "Item", item),
                none));
  }
}
