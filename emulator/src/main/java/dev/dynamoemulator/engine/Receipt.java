package dev.dynamoemulator.engine;

import dev.dynamoemulator.storage.WriteBatch;

/** What is to be remembered of a transaction, committed with what it writes. */
@FunctionalInterface
public interface Receipt {

  /** Of a transaction that nobody asks for again. */
  Receipt NONE = batch -> {};

  void addTo(WriteBatch batch);
}
