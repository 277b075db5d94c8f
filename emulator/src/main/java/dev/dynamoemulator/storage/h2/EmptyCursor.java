package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.EntryCursor;
import java.util.NoSuchElementException;

/** A range of a collection that does not exist. */
final class EmptyCursor implements EntryCursor {

  static final EntryCursor INSTANCE = new EmptyCursor();

  private EmptyCursor() {}

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public byte[] key() {
    throw new NoSuchElementException();
  }

  @Override
  public byte[] value() {
    throw new NoSuchElementException();
  }
}
