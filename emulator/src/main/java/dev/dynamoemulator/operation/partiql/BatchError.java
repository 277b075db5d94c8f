package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.ResponseWriter;

/** The error of one statement inside the answer to a batch (partiql.md §7.1). */
final class BatchError {

  private BatchError() {}

  static void write(ResponseWriter out, DynamoDbException fault) {
    out.object(
        "Error",
        error -> {
          error.string("Code", code(fault.code()));
          error.string("Message", fault.getMessage());
          error.optionalAttributeMap("Item", (Item) fault.members().get("Item"));
        });
  }

  private static String code(ErrorCode code) {
    return switch (code) {
      case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
      case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case REQUEST_LIMIT_EXCEEDED -> "RequestLimitExceeded";
      case VALIDATION -> "ValidationError";
      case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case THROTTLING -> "ThrottlingError";
      case RESOURCE_NOT_FOUND -> "ResourceNotFound";
      case ACCESS_DENIED -> "AccessDenied";
      case DUPLICATE_ITEM -> "DuplicateItem";
      default -> "InternalServerError";
    };
  }
}
