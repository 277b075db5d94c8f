package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.protocol.WireResponse.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of protocol.md §1, §1.2 and §1.3. */
class AnswersTest {

  private static final String LONG_TEXT = "text".repeat(400);

  private final Dispatcher dispatcher = dispatcher(AllowedOrigins.ALL);

  @Test
  void sendsIdTypeAndChecksumAndNothingElse() {
    try (WireResponse answer = dispatcher.dispatch(SampleRequest.of("ListTables").build())) {
      assertThat(answer.headers())
          .extracting(Header::name)
          .containsExactly("x-amzn-RequestId", "Content-Type", "x-amz-crc32");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-amz-json-1.0, application/x-amz-json-1.0",
    "application/json, application/json",
    "' application/x-amz-json-1.0 ; charset=utf-8', application/x-amz-json-1.0",
    "application/json;charset=utf-8, application/json",
    "Application/X-Amz-Json-1.0, application/x-amz-json-1.0"
  })
  void echoesTheContentType(String sent, String received) {
    assertThat(header(SampleRequest.of("ListTables").with("Content-Type", sent), "Content-Type"))
        .isEqualTo(received);
  }

  @Test
  void sendsJsonWhenTheRequestHasNoContentType() {
    SampleRequest request = SampleRequest.of("ListTables").without("Content-Type").body("");

    assertThat(header(request, "Content-Type")).isEqualTo("application/json");
  }

  @Test
  void allowsEveryOriginByDefault() {
    SampleRequest request = SampleRequest.of("ListTables").with("Origin", "https://a.example");

    assertThat(header(request, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(request, "Access-Control-Expose-Headers"))
        .isEqualTo("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
    assertThat(header(request.without("X-Amz-Target"), "Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example",
    "https://b.example, https://b.example",
    "https://c.example, ",
    "http://a.example, "
  })
  void allowsOnlyTheListedOrigins(String origin, String allowed) {
    Dispatcher narrow =
        dispatcher(new AllowedOrigins(Set.of("https://a.example", "https://b.example")));

    try (WireResponse answer =
        narrow.dispatch(SampleRequest.of("ListTables").with("Origin", origin).build())) {
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(allowed);
    }
  }

  @Test
  void answersPreflightsOfBrowsers() {
    SampleRequest preflight =
        new SampleRequest()
            .method("OPTIONS")
            .body("")
            .with("Origin", "https://a.example")
            .with("Access-Control-Request-Headers", "x-amz-target, content-type")
            .with("Access-Control-Request-Method", "POST");

    try (WireResponse answer = dispatcher.dispatch(preflight.build())) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bodyLength()).isZero();
      assertThat(answer.headers().subList(1, answer.headers().size()))
          .containsExactly(
              new Header("Access-Control-Allow-Origin", "*"),
              new Header("Access-Control-Max-Age", "172800"),
              new Header("Access-Control-Allow-Headers", "x-amz-target, content-type"),
              new Header("Access-Control-Allow-Methods", "POST"));
    }
  }

  @Test
  void answersPreflightsThatAskForNothing() {
    SampleRequest preflight =
        new SampleRequest().method("OPTIONS").body("").with("Origin", "https://a.example");

    try (WireResponse answer = dispatcher.dispatch(preflight.build())) {
      assertThat(answer.headers().subList(1, answer.headers().size()))
          .isEqualTo(
              List.of(
                  new Header("Access-Control-Allow-Origin", "*"),
                  new Header("Access-Control-Max-Age", "172800")));
    }
  }

  @Test
  void answersHeadAsDynamoDbLocalDoes() {
    try (WireResponse answer =
        dispatcher.dispatch(new SampleRequest().method("HEAD").body("").build())) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.bodyLength()).isZero();
    }
  }

  /** ScyllaDB's Alternator: test_health_only_works_for_root_path. */
  @ParameterizedTest
  @ValueSource(strings = {"/abc", "/-", "/index.htm", "/health"})
  void isHealthyAtTheRootOnly(String path) {
    try (WireResponse answer =
        dispatcher.dispatch(new SampleRequest().method("GET").path(path).body("").build())) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.bodyText()).isEqualTo("<UnknownOperationException/>\n");
    }
  }

  @Test
  void answersTooLongBodiesWithoutAnyHeaderOfTheApi() {
    WireResponse answer =
        dispatcher.dispatch(
            SampleRequest.of("ListTables").body(new byte[WireRequest.MAX_BODY_LENGTH + 1]).build());

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.bodyLength()).isZero();
    assertThat(answer.headers()).containsExactly(new Header("Transfer-Encoding", "chunked"));
  }

  @Test
  void reportsAsMalformedWhatIsJustNotTooLong() {
    try (WireResponse answer =
        dispatcher.dispatch(
            SampleRequest.of("ListTables").body(new byte[WireRequest.MAX_BODY_LENGTH]).build())) {
      assertThat(answer.bodyText()).contains("SerializationException");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip", "gzip;q=0.5, br", "br;q=1.0 , gzip"})
  void compressesLongBodiesWhenAsked(String acceptEncoding) throws IOException {
    SampleRequest request = SampleRequest.of("ListTables").with("Accept-Encoding", acceptEncoding);

    try (WireResponse answer = dispatcher.dispatch(request.body(limit(400)).build())) {
      byte[] compressed = new byte[answer.bodyLength()];
      answer.body().get(compressed);
      CRC32 checksum = new CRC32();
      checksum.update(compressed);

      assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(answer.header("x-amz-crc32")).isEqualTo(Long.toString(checksum.getValue()));
      assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"Text\":\"" + LONG_TEXT + "\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "identity, 400",
    "'gzip;q=0', 400",
    "'gzip; q=0.0', 400",
    "x-gzip, 400",
    "'', 400",
    "gzip, 300"
  })
  void leavesOtherBodiesAsTheyAre(String acceptEncoding, int repeats) {
    SampleRequest request = SampleRequest.of("ListTables").with("Accept-Encoding", acceptEncoding);

    try (WireResponse answer = dispatcher.dispatch(request.body(limit(repeats)).build())) {
      assertThat(answer.header("Content-Encoding")).isNull();
      assertThat(answer.bodyText())
          .isEqualTo("{\"Text\":\"" + LONG_TEXT.substring(0, 4 * repeats) + "\"}");
    }
  }

  private static String limit(int repeats) {
    return "{\"ExclusiveStartTableName\":\"tab" + repeats + "\"}";
  }

  private String header(SampleRequest request, String name) {
    try (WireResponse answer = dispatcher.dispatch(request.build())) {
      return answer.header(name);
    }
  }

  /** Answers a text of as many repetitions as the name in the request says. */
  private static Dispatcher dispatcher(AllowedOrigins origins) {
    return SampleDispatcher.of(
        Wording.NEWER,
        origins,
        SampleDispatcher.NAMESPACES,
        FakeOperation.named(
            "ListTables",
            request -> {
              String name = request.input().string("ExclusiveStartTableName");
              int repeats = name == null ? 0 : Integer.parseInt(name.substring(3));
              return () -> out -> out.string("Text", "text".repeat(repeats));
            }));
  }
}
