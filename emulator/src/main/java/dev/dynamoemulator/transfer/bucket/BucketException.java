package dev.dynamoemulator.transfer.bucket;

/** Says why a bucket cannot be used, in the words of an export's or import's failure. */
public final class BucketException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  BucketException(String code, String message) {
    this(code, message, null);
  }

  BucketException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The {@code FailureCode}. */
  public String code() {
    return code;
  }
}
