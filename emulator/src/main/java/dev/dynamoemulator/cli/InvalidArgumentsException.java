package dev.dynamoemulator.cli;

/** The program was called in a way that makes no sense; the message says so in one line. */
final class InvalidArgumentsException extends RuntimeException {

  InvalidArgumentsException(String message) {
    super(message, null, false, false);
  }
}
