package dev.dynamoemulator.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One answer while it arrives. Reused for the next one, so that the generator allocates nothing of
 * its own while it measures. For one thread.
 */
final class Answer {

  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Markers stand near the beginning or the end of an answer, before or after its items. */
  private static final int EDGE = 512;

  private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private int bodyStart;
  private int bodyLength;

  void clear() {
    buffer.clear();
    bodyStart = 0;
    bodyLength = UNKNOWN;
  }

  /** Where the next bytes are to be put. */
  ByteBuffer space() {
    if (!buffer.hasRemaining()) {
      ByteBuffer larger = ByteBuffer.allocate(buffer.capacity() * 2);
      buffer.flip();
      buffer = larger.put(buffer);
    }
    return buffer;
  }

  /** Whether all of it has arrived. */
  boolean isComplete() {
    if (bodyStart == 0) {
      readHead();
    }
    if (bodyStart == 0) {
      return false;
    }
    if (bodyLength == CHUNKED) {
      int end = buffer.position();
      return end - LAST_CHUNK.length >= bodyStart - 2
          && Arrays.equals(
              buffer.array(), end - LAST_CHUNK.length, end, LAST_CHUNK, 0, LAST_CHUNK.length);
    }
    return buffer.position() - bodyStart >= bodyLength;
  }

  private void readHead() {
    byte[] bytes = buffer.array();
    int length = buffer.position();
    int line = 0;
    for (int i = 0; i + 1 < length; i++) {
      if (bytes[i] != '\r' || bytes[i + 1] != '\n') {
        continue;
      }
      if (i == line) {
        bodyStart = i + 2;
        return;
      }
      readHeader(bytes, line, i);
      line = i + 2;
    }
  }

  private void readHeader(byte[] bytes, int from, int to) {
    int first = bytes[from] | 0x20;
    if (first != 'c' && first != 't') {
      return;
    }
    String header = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
      bodyLength = Integer.parseInt(header.substring(15).trim());
    } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
      bodyLength = CHUNKED;
    }
  }

  int status() {
    byte[] bytes = buffer.array();
    return 100 * (bytes[STATUS_AT] - '0')
        + 10 * (bytes[STATUS_AT + 1] - '0')
        + (bytes[STATUS_AT + 2] - '0');
  }

  /** The body as it came, chunk lengths and all. */
  String body() {
    return new String(
        buffer.array(), bodyStart, buffer.position() - bodyStart, StandardCharsets.UTF_8);
  }

  boolean contains(byte[] marker) {
    int end = buffer.position() - marker.length;
    return occurs(marker, bodyStart, Math.min(bodyStart + EDGE, end))
        || occurs(marker, Math.max(bodyStart, end - EDGE), end)
        || occurs(marker, bodyStart, end);
  }

  private boolean occurs(byte[] marker, int from, int to) {
    byte[] bytes = buffer.array();
    for (int i = from; i <= to; i++) {
      if (bytes[i] == marker[0]
          && Arrays.equals(bytes, i, i + marker.length, marker, 0, marker.length)) {
        return true;
      }
    }
    return false;
  }
}
