package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;

/**
 * Where trees live: only in memory, or in a file as well. But for {@link #unreadable}, called by
 * the one thread that holds the commit lock of the storage.
 */
interface Medium {

  /** A tree for a collection that has none. */
  Tree openTree(String collection);

  void dropTree(Tree tree);

  /**
   * Makes what the draft changed as durable as the medium promises. May reorder pages, and then
   * refreshes the draft.
   */
  void keep(Draft draft);

  /** Pins the state that is published next. */
  Pin pin();

  /** Whether it can go on after an attempt to change trees or to keep changes has failed. */
  boolean outlivesFailure();

  /** Why changes could not be kept. */
  StorageException notKept(Throwable cause);

  /** Why a page could not be read. */
  StorageException unreadable(Throwable cause);

  /** Keeps everything and releases what is held. */
  void close();

  /** Releases what is held, without keeping anything more. */
  void abandon();
}
