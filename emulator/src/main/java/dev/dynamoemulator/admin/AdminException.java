package dev.dynamoemulator.admin;

/** A request below the endpoints' paths that is refused; the message says why. */
final class AdminException extends RuntimeException {

  private final int status;

  AdminException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The status of the answer. */
  int status() {
    return status;
  }
}
