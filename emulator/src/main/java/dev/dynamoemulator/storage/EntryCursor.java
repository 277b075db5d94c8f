package dev.dynamoemulator.storage;

/**
 * Walks over entries; stands before the first one when made. For one thread. {@link #key()} and
 * {@link #value()} are defined only after {@link #next()} returned true, and their arrays must not
 * be changed.
 */
public interface EntryCursor {

  /** Moves on; false when there is no further entry. */
  boolean next();

  byte[] key();

  byte[] value();
}
