package dev.dynamoemulator.protocol;

import dev.dynamoemulator.protocol.WireResponse.Header;
import dev.dynamoemulator.shape.ResponseBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Puts the headers of the API around a body (protocol.md §1.3). Immutable. */
final class Answers {

  /**
   * Smaller bodies are not compressed. The service's own threshold is unknown; below one network
   * packet there is nothing to gain.
   */
  private static final int MIN_GZIP_LENGTH = 1400;

  /** What scripts may read; the list of AWS services of this protocol, as Alternator sends it. */
  private static final Header EXPOSED_HEADERS =
      new Header(
          "Access-Control-Expose-Headers",
          "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");

  private final AllowedOrigins origins;

  Answers(AllowedOrigins origins) {
    this.origins = origins;
  }

  /** The answer whose body the buffer holds. Takes the buffer over. */
  WireResponse of(WireRequest request, String requestId, int status, ResponseBuffer buffer) {
    List<Header> headers = headers(request, requestId);
    if (buffer.length() >= MIN_GZIP_LENGTH && acceptsGzip(request)) {
      byte[] compressed = gzip(buffer);
      buffer.close();
      headers.add(new Header("Content-Encoding", "gzip"));
      headers.add(checksum(compressed, compressed.length));
      return WireResponse.of(status, headers, compressed);
    }
    headers.add(checksum(buffer.array(), buffer.length()));
    return WireResponse.lending(status, headers, buffer);
  }

  /** The answer of an operation that answers without a body. */
  WireResponse empty(WireRequest request, String requestId) {
    List<Header> headers = headers(request, requestId);
    headers.add(checksum(new byte[0], 0));
    return WireResponse.empty(200, headers);
  }

  private List<Header> headers(WireRequest request, String requestId) {
    List<Header> headers = new ArrayList<>(6);
    headers.add(requestId(requestId));
    headers.add(new Header("Content-Type", contentType(request)));
    if (addAllowedOrigin(headers, request, origins)) {
      headers.add(EXPOSED_HEADERS);
    }
    return headers;
  }

  static Header requestId(String requestId) {
    return new Header("x-amzn-RequestId", requestId);
  }

  static Header checksum(byte[] body, int length) {
    CRC32 crc = new CRC32();
    crc.update(body, 0, length);
    return new Header("x-amz-crc32", Long.toString(crc.getValue()));
  }

  /** Whether the request comes from an allowed origin, which is then answered. */
  static boolean addAllowedOrigin(
      List<Header> headers, WireRequest request, AllowedOrigins origins) {
    String origin = request.header("Origin");
    String allowed = origin == null ? null : origins.answerTo(origin);
    if (allowed == null) {
      return false;
    }
    return headers.add(new Header("Access-Control-Allow-Origin", allowed));
  }

  /** The request's own type when it is that of AWS JSON. */
  private static String contentType(WireRequest request) {
    return MediaType.is(MediaType.AMZ_JSON, request.header("Content-Type"))
        ? MediaType.AMZ_JSON
        : MediaType.JSON;
  }

  private static boolean acceptsGzip(WireRequest request) {
    String accepted = request.header("Accept-Encoding");
    return accepted != null && MediaType.isListed("gzip", accepted);
  }

  private static byte[] gzip(ResponseBuffer buffer) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(buffer.length() / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(buffer.array(), 0, buffer.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
