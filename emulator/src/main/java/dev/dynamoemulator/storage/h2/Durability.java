package dev.dynamoemulator.storage.h2;

import java.time.Duration;
import java.util.Objects;

/** What a commit has survived when it returns, for a store in a file. */
public sealed interface Durability {

  /**
   * The end of the process, however sudden. The default. Not a power failure, after which the last
   * commits, and with them the file, may be lost.
   */
  Durability EVERY_COMMIT = new EveryCommit();

  /** A power failure too. Each group of commits waits for the disk. */
  Durability EVERY_SYNC = new EverySync();

  /**
   * Nothing yet. The commit survives the end of the process as soon as the window has passed, or
   * the store is closed.
   *
   * @param length positive
   */
  static Durability window(Duration length) {
    return new Window(length);
  }

  /** See {@link #EVERY_COMMIT}. */
  record EveryCommit() implements Durability {}

  /** See {@link #EVERY_SYNC}. */
  record EverySync() implements Durability {}

  /** See {@link #window}. */
  record Window(Duration length) implements Durability {

    public Window {
      Objects.requireNonNull(length, "length");
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("The window must be positive");
      }
    }
  }
}
