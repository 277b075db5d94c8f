package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed requests, by ScyllaDB's Alternator: test_compressed_request.py. */
class BodyCodingTest {

  private static final byte[] BODY = "{\"TableName\":\"tab\"}".getBytes(StandardCharsets.UTF_8);

  private final Dispatcher dispatcher = SampleDispatcher.of(FakeOperation.describeTable());

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " gzip "})
  void readsGzip(String coding) throws IOException {
    assertThat(answer(coding, gzip(BODY))).contains("\"TableName\":\"tab\"");
  }

  /** Inferred. */
  @ParameterizedTest
  @ValueSource(strings = {"identity", "", " "})
  void readsWhatHasNoCoding(String coding) {
    assertThat(answer(coding, BODY)).contains("\"TableName\":\"tab\"");
  }

  /** RFC 1952, 2.2: a file is a series of members. */
  @Test
  void readsGzipInSeveralMembers() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(Arrays.copyOf(BODY, 7)));
    members.write(gzip(Arrays.copyOfRange(BODY, 7, BODY.length)));

    assertThat(answer("gzip", members.toByteArray())).contains("\"TableName\":\"tab\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "deflate", "br", "x-gzip", "gzip, gzip"})
  void failsOnOtherCodings(String coding) {
    assertFails(coding, BODY);
  }

  @Test
  void failsOnABodyThatIsNoGzip() {
    assertFails("gzip", BODY);
  }

  @Test
  void failsOnADamagedBody() throws IOException {
    byte[] zipped = gzip(BODY);

    assertFails("gzip", Arrays.copyOf(zipped, zipped.length - 9));
  }

  @Test
  void boundsTheBodyOnceItIsDecoded() throws IOException {
    byte[] longest = Arrays.copyOf(BODY, WireRequest.MAX_BODY_LENGTH);
    Arrays.fill(longest, BODY.length, longest.length, (byte) ' ');

    assertThat(status(gzip(longest))).isEqualTo(200);
    assertThat(status(gzip(Arrays.copyOf(longest, longest.length + 1)))).isEqualTo(413);
  }

  private void assertFails(String coding, byte[] body) {
    try (WireResponse response = dispatch(coding, body)) {
      assertThat(response.status()).isEqualTo(500);
      assertThat(response.bodyText())
          .isEqualTo(
              "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                  + "\"message\":\"Internal server error\"}");
    }
  }

  private int status(byte[] body) {
    try (WireResponse response = dispatch("gzip", body)) {
      return response.status();
    }
  }

  private String answer(String coding, byte[] body) {
    try (WireResponse response = dispatch(coding, body)) {
      return response.bodyText();
    }
  }

  private WireResponse dispatch(String coding, byte[] body) {
    return dispatcher.dispatch(
        SampleRequest.of("DescribeTable").with("Content-Encoding", coding).body(body).build());
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }
}
