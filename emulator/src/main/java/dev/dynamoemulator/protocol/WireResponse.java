package dev.dynamoemulator.protocol;

import dev.dynamoemulator.shape.ResponseBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer ready to be sent. The transport adds {@code Content-Length}, unless the headers say
 * {@code Transfer-Encoding}, and closes the answer when its body has been sent or copied.
 */
public final class WireResponse implements AutoCloseable {

  private static final byte[] NOTHING = {};

  /** The body is longer than {@link WireRequest#MAX_BODY_LENGTH}. Never reached the API layer. */
  public static final WireResponse TOO_LARGE =
      new WireResponse(413, List.of(new Header("Transfer-Encoding", "chunked")), NOTHING, 0, null);

  private final int status;
  private final List<Header> headers;
  private final byte[] bytes;
  private final int length;
  private final ResponseBuffer lent;

  private WireResponse(
      int status, List<Header> headers, byte[] bytes, int length, ResponseBuffer lent) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.length = length;
    this.lent = lent;
  }

  /** A header's name and value. */
  public record Header(String name, String value) {}

  static WireResponse empty(int status, List<Header> headers) {
    return new WireResponse(status, headers, NOTHING, 0, null);
  }

  static WireResponse of(int status, List<Header> headers, byte[] body) {
    return new WireResponse(status, headers, body, body.length, null);
  }

  /** An answer that has nothing to do with the API: no request id, no checksum. */
  public static WireResponse json(int status, byte[] body) {
    return of(status, List.of(new Header("Content-Type", MediaType.JSON)), body);
  }

  /** An answer whose body stays in the buffer, which is closed with the answer. */
  static WireResponse lending(int status, List<Header> headers, ResponseBuffer buffer) {
    return new WireResponse(status, headers, buffer.array(), buffer.length(), buffer);
  }

  public int status() {
    return status;
  }

  /** In the order in which they are sent. */
  public List<Header> headers() {
    return headers;
  }

  /** The value of the header with exactly this name, or null. */
  public String header(String name) {
    for (Header header : headers) {
      if (header.name().equals(name)) {
        return header.value();
      }
    }
    return null;
  }

  public int bodyLength() {
    return length;
  }

  /** The bytes of the body, valid until the answer is closed. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  /** The body as text, valid for good. */
  public String bodyText() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (lent != null) {
      lent.close();
    }
  }
}
