package dev.dynamoemulator.http;

import dev.dynamoemulator.protocol.WireRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Gathers the body of one request in one array, up to the largest that is allowed. What comes after
 * that is dropped, so that the client gets to read why. For one thread at a time.
 */
final class RequestBody {

  private static final int LIMIT = WireRequest.MAX_BODY_LENGTH;
  private static final int FIRST_GUESS = 1024;

  private byte[] bytes;
  private int length;
  private boolean isTooLong;

  /**
   * @param announced the value of {@code Content-Length}, or -1
   */
  RequestBody(long announced) {
    this.isTooLong = announced > LIMIT;
    this.bytes = new byte[announced < 0 ? FIRST_GUESS : isTooLong ? 0 : (int) announced];
  }

  void append(ByteBuffer part) {
    int more = part.remaining();
    if (more > LIMIT - length) {
      isTooLong = true;
    }
    if (isTooLong) {
      part.position(part.limit());
      return;
    }
    if (more > bytes.length - length) {
      bytes =
          Arrays.copyOf(bytes, (int) Math.min(LIMIT, Math.max(bytes.length * 2L, length + more)));
    }
    part.get(bytes, length, more);
    length += more;
  }

  boolean isTooLong() {
    return isTooLong;
  }

  /** The bytes gathered, in an array of just that length. */
  byte[] toByteArray() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
