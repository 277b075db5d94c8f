package dev.dynamoemulator.transfer.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes line by line; blank lines are passed over. For one thread. */
final class Lines implements Closeable {

  /** An item of 400 KB that is all escapes needs a third of that. */
  private static final int LIMIT = 8 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Null when there is no further line. */
  byte[] next() throws IOException {
    byte[] line = line();
    while (line != null && isBlank(line)) {
      line = line();
    }
    return line;
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (position < end || fill()) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      line.write(buffer, start, position - start);
      if (position < end) {
        position++;
        return line.toByteArray();
      }
      if (line.size() > LIMIT) {
        throw FormatErrors.lineTooLong(LIMIT);
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte character : line) {
      if (character != ' ' && character != '\t' && character != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
