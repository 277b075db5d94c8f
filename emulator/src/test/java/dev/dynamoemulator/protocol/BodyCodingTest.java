package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed requests; inferred. */
class BodyCodingTest {

  private static final byte[] BODY = "{\"TableName\":\"tab\"}".getBytes(StandardCharsets.UTF_8);

  private final Dispatcher dispatcher = SampleDispatcher.of(FakeOperation.describeTable());

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " gzip "})
  void readsGzip(String coding) throws IOException {
    assertThat(answer(coding, gzip(BODY))).contains("\"TableName\":\"tab\"");
  }

  @Test
  void readsDeflate() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(BODY);
    }

    assertThat(answer("deflate", deflated.toByteArray())).contains("\"TableName\":\"tab\"");
  }

  @Test
  void readsWhatHasNoCoding() {
    assertThat(answer("identity", BODY)).contains("\"TableName\":\"tab\"");
  }

  @Test
  void takesADamagedBodyForMalformedJson() throws IOException {
    byte[] zipped = gzip(BODY);

    assertThat(answer("gzip", Arrays.copyOf(zipped, zipped.length - 9)))
        .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
  }

  @Test
  void boundsTheBodyOnceItIsDecoded() throws IOException {
    byte[] longest = Arrays.copyOf(BODY, WireRequest.MAX_BODY_LENGTH);
    Arrays.fill(longest, BODY.length, longest.length, (byte) ' ');

    assertThat(status(gzip(longest))).isEqualTo(200);
    assertThat(status(gzip(Arrays.copyOf(longest, longest.length + 1)))).isEqualTo(413);
  }

  private int status(byte[] body) {
    SampleRequest request = SampleRequest.of("DescribeTable").with("Content-Encoding", "gzip");
    try (WireResponse response = dispatcher.dispatch(request.body(body).build())) {
      return response.status();
    }
  }

  private String answer(String coding, byte[] body) {
    SampleRequest request = SampleRequest.of("DescribeTable").with("Content-Encoding", coding);
    try (WireResponse response = dispatcher.dispatch(request.body(body).build())) {
      return response.bodyText();
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }
}
