package dev.dynamoemulator.transfer.format;

import java.io.Closeable;
import java.io.IOException;

/** Reads the items of one file, one after the other. For one thread. */
public interface ItemReader extends Closeable {

  /**
   * The next item; null when there is none.
   *
   * @throws IOException when nothing of the rest can be read
   */
  ReadItem next() throws IOException;
}
