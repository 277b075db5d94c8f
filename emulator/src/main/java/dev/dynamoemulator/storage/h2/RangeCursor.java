package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.EntryCursor;
import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;

/**
 * Walks over a half-open range. MVStore's cursor takes both bounds as inclusive and, in descending
 * order, starts at the upper one.
 */
final class RangeCursor implements EntryCursor {

  private final Cursor<byte[], byte[]> cursor;
  private final byte[] to;
  private final boolean descending;
  private final Medium medium;
  private boolean started;
  private boolean ended;

  RangeCursor(
      RootReference<byte[], byte[]> root,
      byte[] from,
      byte[] to,
      boolean descending,
      Medium medium) {
    this.cursor =
        descending ? new Cursor<>(root, to, from, true) : new Cursor<>(root, from, null, false);
    this.to = to;
    this.descending = descending;
    this.medium = medium;
  }

  @Override
  public boolean next() {
    try {
      ended = ended || !advance();
      return !ended;
    } catch (MVStoreException e) {
      throw medium.unreadable(e);
    }
  }

  private boolean advance() {
    if (!step()) {
      return false;
    }
    if (to == null) {
      return true;
    }
    if (!descending) {
      return Arrays.compareUnsigned(cursor.getKey(), to) < 0;
    }
    boolean first = !started;
    started = true;
    return !first || !Arrays.equals(cursor.getKey(), to) || step();
  }

  private boolean step() {
    if (!cursor.hasNext()) {
      return false;
    }
    cursor.next();
    return true;
  }

  @Override
  public byte[] key() {
    return cursor.getKey();
  }

  @Override
  public byte[] value() {
    return cursor.getValue();
  }
}
