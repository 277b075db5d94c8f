package dev.dynamoemulator.transfer.format;

/** An Ion value that is no attribute value. Carries no stack trace. */
final class IonFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IonFault(String message) {
    super(message, null, false, false);
  }
}
