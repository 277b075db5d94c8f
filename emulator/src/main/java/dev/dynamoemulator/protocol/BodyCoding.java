package dev.dynamoemulator.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the coding that clients give large bodies, as SDKs do that are told to compress requests.
 * Inferred: the service's own documentation names no codings.
 */
final class BodyCoding {

  private BodyCoding() {}

  /**
   * The request with the body as it was before its coding; one byte too long when it would have
   * been longer than allowed. A body that is not in its coding stays, and is no JSON.
   */
  static WireRequest undo(WireRequest request) {
    String coding = request.header("Content-Encoding");
    if (coding == null || !request.hasBody()) {
      return request;
    }
    try (InputStream decoded = decoded(coding, new ByteArrayInputStream(request.body()))) {
      return decoded == null
          ? request
          : request.withBody(decoded.readNBytes(WireRequest.MAX_BODY_LENGTH + 1));
    } catch (IOException e) {
      return request;
    }
  }

  private static InputStream decoded(String coding, InputStream body) throws IOException {
    if (MediaType.isListed("gzip", coding)) {
      return new GZIPInputStream(body);
    }
    return MediaType.isListed("deflate", coding) ? new InflaterInputStream(body) : null;
  }
}
