package dev.dynamoemulator.suite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The code and the whole message with which a call was refused. */
record Failure(String code, String message) {

  static Failure validation(String message) {
    return new Failure("ValidationException", message);
  }

  static Failure notFound(String message) {
    return new Failure("ResourceNotFoundException", message);
  }

  static Failure inUse(String message) {
    return new Failure("ResourceInUseException", message);
  }

  static Failure condition() {
    return new Failure("ConditionalCheckFailedException", "The conditional request failed");
  }

  /** Null when the call succeeded. */
  static Failure of(ThrowingCallable call) {
    DynamoDbException thrown = catchThrowableOfType(DynamoDbException.class, call);
    return thrown == null
        ? null
        : new Failure(
            thrown.awsErrorDetails().errorCode(), thrown.awsErrorDetails().errorMessage());
  }
}
