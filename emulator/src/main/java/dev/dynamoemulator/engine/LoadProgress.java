package dev.dynamoemulator.engine;

import dev.dynamoemulator.storage.WriteBatch;

/** What is stored beside loaded items about how far their load has come. */
@FunctionalInterface
public interface LoadProgress {

  /** Nothing. */
  LoadProgress NONE = batch -> () -> {};

  /**
   * Adds to a commit what it is to say.
   *
   * @return what is to be done when that is stored
   */
  Runnable addTo(WriteBatch batch);
}
