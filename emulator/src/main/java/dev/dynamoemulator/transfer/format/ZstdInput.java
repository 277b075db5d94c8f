package dev.dynamoemulator.transfer.format;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks Zstandard. */
final class ZstdInput extends FilterInputStream {

  ZstdInput(InputStream in) throws IOException {
    super(new ZstdInputStream(in));
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (MalformedInputException malformed) {
      throw FormatErrors.malformed(malformed);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (MalformedInputException malformed) {
      throw FormatErrors.malformed(malformed);
    }
  }
}
