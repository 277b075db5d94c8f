package dev.dynamoemulator.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Undoes the coding that clients give large bodies, as SDKs do that are told to compress requests.
 * The service knows gzip alone, and answers other codings and damaged bodies with status 500
 * (ScyllaDB's Alternator: test_garbage_content_encoding, test_broken_gzip_content).
 */
final class BodyCoding {

  private BodyCoding() {}

  /**
   * The request with the body as it was before its coding; one byte too long when it would have
   * been longer than allowed. Null when the body is not in its coding, or in an unknown one.
   */
  static WireRequest undo(WireRequest request) {
    String coding = request.header("Content-Encoding");
    if (coding == null || !request.hasBody() || isNone(coding)) {
      return request;
    }
    return MediaType.is("gzip", coding) ? unzip(request) : null;
  }

  private static boolean isNone(String coding) {
    return coding.isBlank() || MediaType.is("identity", coding);
  }

  private static WireRequest unzip(WireRequest request) {
    try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      return request.withBody(unzipped.readNBytes(WireRequest.MAX_BODY_LENGTH + 1));
    } catch (IOException damaged) {
      return null;
    }
  }
}
