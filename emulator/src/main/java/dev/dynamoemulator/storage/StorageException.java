package dev.dynamoemulator.storage;

/** The store could not be opened, or could not keep a change. The message is fit to be shown. */
public final class StorageException extends RuntimeException {

  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
