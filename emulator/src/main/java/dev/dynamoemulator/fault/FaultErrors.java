package dev.dynamoemulator.fault;

import dev.dynamoemulator.engine.TransactionErrors;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.throughput.ThrottledResource;
import dev.dynamoemulator.throughput.ThroughputErrors;
import java.util.List;

/** The errors that injected faults answer with. */
final class FaultErrors {

  private FaultErrors() {}

  /** As the dispatcher words it when something really goes wrong. */
  static DynamoDbException serverError() {
    return DynamoDbException.of(ErrorCode.INTERNAL_SERVER_ERROR, "Internal server error");
  }

  static DynamoDbException throttled(List<ThrottledResource> resources) {
    return ThroughputErrors.provisionedExceeded(resources);
  }

  static DynamoDbException rateExceeded() {
    return ThroughputErrors.rateExceeded();
  }

  static DynamoDbException conflict() {
    return TransactionErrors.conflict();
  }

  /**
   * @param faults of each element; null where there is none
   */
  static DynamoDbException cancelled(List<DynamoDbException> faults) {
    return TransactionErrors.cancelled(faults);
  }
}
