package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;

/** What can go wrong with a store, worded for the person who runs it. */
final class StorageErrors {

  private StorageErrors() {}

  static StorageException closed() {
    return new StorageException("The storage is closed.");
  }

  /** After a failure that left the store unusable. */
  static StorageException failed(Throwable cause) {
    return new StorageException(cause.getMessage(), cause);
  }

  static StorageException unreadable(Throwable cause) {
    return new StorageException(
        "The storage could not be read: " + cause.getMessage() + ".", cause);
  }

  /** The batch took no effect. */
  static StorageException commitFailed(Throwable cause) {
    if (cause instanceof StorageException) {
      return failed(cause);
    }
    return new StorageException(
        "The changes could not be stored, none of them took effect: " + cause, cause);
  }
}
