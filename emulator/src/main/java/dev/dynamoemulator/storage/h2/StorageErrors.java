package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What can go wrong with a store, worded for the person who runs it. */
final class StorageErrors {

  private StorageErrors() {}

  static StorageException closed() {
    return new StorageException("The storage is closed.");
  }

  static StorageException stopped(StorageException failure) {
    return new StorageException(
        "The storage stopped after a failure. " + failure.getMessage(), failure);
  }

  /** Nothing of the group of changes took effect. */
  static StorageException notCommitted(Throwable cause) {
    return new StorageException("The changes could not be stored: " + reason(cause) + ".", cause);
  }

  static StorageException directoryMissing(Path file) {
    return new StorageException(
        "The data file "
            + file
            + " cannot be created: its directory does not exist. Create the directory, or choose"
            + " another path.");
  }

  static StorageException noFile(Path file) {
    return new StorageException(
        "The data file "
            + file
            + " cannot be opened: it is a directory. Choose the path of a file in it.");
  }

  static StorageException notOpened(Path file, Throwable cause) {
    return new StorageException(
        "The data file "
            + file
            + " cannot be opened: "
            + reason(cause)
            + ". Change its permissions, or choose another path.",
        cause);
  }

  static StorageException inUse(Path file) {
    return new StorageException(
        "The data file "
            + file
            + " is in use by another emulator. Stop that one, or choose another path.");
  }

  static StorageException foreign(Path file) {
    return new StorageException(
        "The file "
            + file
            + " is not a data file of this emulator. It was left as it is; choose another path.");
  }

  static StorageException newerFormat(Path file) {
    return new StorageException(
        "The data file "
            + file
            + " was written by a newer release of this emulator. It was left as it is; use that"
            + " release, or choose another path.");
  }

  static StorageException olderFormat(Path file) {
    return new StorageException(
        "The data file "
            + file
            + " was written by an older release of this emulator, in a form that is not read any"
            + " more. It was left as it is; export its tables with that release, or choose another"
            + " path.");
  }

  static StorageException damaged(Path file, String damage, Throwable cause) {
    return new StorageException(
        "The data file "
            + file
            + " is damaged: "
            + damage
            + ". It was left as it is; restore it from a copy, or choose another path.",
        cause);
  }

  static StorageException unreadable(Path file, Throwable cause) {
    if (isClosed(cause)) {
      return closed();
    }
    return new StorageException(
        "The data file "
            + file
            + " could not be read: "
            + reason(cause)
            + ". Restart with a file from a copy, or with another path.",
        cause);
  }

  static StorageException unwritable(Path file, Throwable cause) {
    return new StorageException(
        "The data file "
            + file
            + " could not be written: "
            + reason(cause)
            + ". What was to be written is not stored. Remove the cause and restart.",
        cause);
  }

  private static boolean isClosed(Throwable cause) {
    return cause instanceof MVStoreException failure
        && failure.getErrorCode() == DataUtils.ERROR_CLOSED;
  }

  /** What the operating system said, if it is its fault. */
  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && cause.getMessage() != null) {
        return cause.getMessage();
      }
    }
    return failure.toString();
  }
}
