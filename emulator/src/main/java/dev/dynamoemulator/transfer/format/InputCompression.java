package dev.dynamoemulator.transfer.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How files that are imported are compressed. */
public enum InputCompression {
  GZIP,
  ZSTD,
  NONE;

  /**
   * Unpacks a file, which is closed with what this returns.
   *
   * @throws IOException when it is not compressed like that
   */
  public InputStream open(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPInputStream(in);
      case ZSTD -> new ZstdInput(in);
      case NONE -> in;
    };
  }
}
