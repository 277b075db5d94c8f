package dev.dynamoemulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as the service answers it. Created only by the error catalogues, caught once by the
 * dispatcher. Carries no stack trace: it is an answer, not a fault of the emulator.
 */
public final class DynamoDbException extends RuntimeException {

  private final ErrorCode code;
  private final transient Map<String, Object> members;

  private DynamoDbException(ErrorCode code, String message, Map<String, Object> members) {
    super(message, null, false, false);
    this.code = code;
    this.members = members;
  }

  /**
   * @param message the text on the wire; null where the service sends none
   */
  public static DynamoDbException of(ErrorCode code, String message) {
    return new DynamoDbException(code, message, Map.of());
  }

  public static DynamoDbException validation(String message) {
    return of(ErrorCode.VALIDATION, message);
  }

  /**
   * The same error with one more member beside the message. Values may be strings, numbers, {@link
   * Item}s, and lists or maps of these.
   */
  public DynamoDbException with(String member, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(members);
    extended.put(member, value);
    return new DynamoDbException(code, getMessage(), Collections.unmodifiableMap(extended));
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> members() {
    return members;
  }
}
