package dev.dynamoemulator.model;

/** Says why a text or the result of a calculation is no DynamoDB number. Carries no stack trace. */
public final class InvalidNumberException extends RuntimeException {

  /** In the order in which DynamoDB checks one number (data-model.md §2.2). */
  public enum Reason {
    SYNTAX,
    OVERFLOW,
    UNDERFLOW,
    PRECISION
  }

  private final Reason reason;

  InvalidNumberException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
