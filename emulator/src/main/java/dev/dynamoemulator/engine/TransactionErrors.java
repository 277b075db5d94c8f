package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults of transactions as a whole and of their elements (transactions.md §2, §3). */
public final class TransactionErrors {

  private TransactionErrors() {}

  public static DynamoDbException duplicateItem() {
    return DynamoDbException.validation(
        "Transaction request cannot include multiple operations on one item");
  }

  public static DynamoDbException notExactlyOneAction() {
    return DynamoDbException.validation(
        "TransactItems can only contain one of Check, Put, Update or Delete");
  }

  /** The service's text is not established; DynamoDB Local words it so. */
  public static DynamoDbException tooLarge(long bytes) {
    return DynamoDbException.validation(
        "Transaction payload size cannot exceed 4MB. Payload Size: " + bytes);
  }

  public static DynamoDbException parameterMismatch() {
    return DynamoDbException.of(
        ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
        "Request parameters do not match the parameters of the initial request with the same"
            + " token");
  }

  public static DynamoDbException inProgress() {
    return DynamoDbException.of(
        ErrorCode.TRANSACTION_IN_PROGRESS,
        "The transaction with the given request token is already in progress.");
  }

  /** A single write met an ongoing transaction. */
  public static DynamoDbException conflict() {
    return DynamoDbException.of(
        ErrorCode.TRANSACTION_CONFLICT, "Transaction is ongoing for the item");
  }

  /** Inferred: only the code is known (transactions.md §6.7). */
  public static DynamoDbException multiRegionStrongConsistency() {
    return DynamoDbException.validation(
        "Transactions are not supported on tables with multi-Region strong consistency");
  }

  /**
   * @param faults what is wrong with each element, in request order; null where nothing is
   */
  public static DynamoDbException cancelled(List<DynamoDbException> faults) {
    List<Map<String, Object>> reasons = new ArrayList<>(faults.size());
    StringBuilder codes = new StringBuilder();
    for (DynamoDbException fault : faults) {
      Map<String, Object> reason = reason(fault);
      codes.append(codes.isEmpty() ? "" : ", ").append(reason.get("Code"));
      reasons.add(reason);
    }
    return DynamoDbException.of(
            ErrorCode.TRANSACTION_CANCELED,
            "Transaction cancelled, please refer cancellation reasons for specific reasons ["
                + codes
                + "]")
        .with("CancellationReasons", reasons);
  }

  private static Map<String, Object> reason(DynamoDbException fault) {
    Map<String, Object> reason = new LinkedHashMap<>();
    if (fault == null) {
      reason.put("Code", "None");
      return reason;
    }
    if (fault.members().containsKey("Item")) {
      reason.put("Item", fault.members().get("Item"));
    }
    reason.put("Code", reasonCode(fault.code()));
    reason.put(
        "Message",
        fault.code() == ErrorCode.TRANSACTION_CONFLICT
            ? "Transaction is ongoing for the item."
            : fault.getMessage());
    return reason;
  }

  private static String reasonCode(ErrorCode code) {
    return switch (code) {
      case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
      case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
      case THROTTLING -> "ThrottlingError";
      case DUPLICATE_ITEM -> "DuplicateItem";
      default -> "ValidationError";
    };
  }
}
