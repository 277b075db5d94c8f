package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies and checksums of protocol.md §1.1, §1.2, §1.3 and §3.2. */
class FixedBodiesMessagesTest {

  private static final String SERIALIZATION =
      "{\"__type\":\"com.amazon.coral.service#SerializationException\"}";
  private static final String UNKNOWN_OPERATION =
      "{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}";
  private static final String MISSING_TOKEN =
      "{\"__type\":\"com.amazon.coral.service#MissingAuthenticationTokenException\","
          + "\"message\":\"Request is missing Authentication Token\"}";

  private final Dispatcher dispatcher =
      SampleDispatcher.of(FakeOperation.named("ListTables", request -> () -> out -> {}));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{\"a\":}",
        "{} {}",
        "{}x",
        "nonsense",
        "{\"a\":1,}",
        "{'a':1}"
      })
  void answersMalformedJsonWithoutMessage(String body) {
    assertAnswer(SampleRequest.of("ListTables").body(body), 400, SERIALIZATION, 3948637019L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
  void answersJsonThatIsNoObjectLikeMalformedJson(String body) {
    assertAnswer(SampleRequest.of("ListTables").body(body), 400, SERIALIZATION, 3948637019L);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "ListTables",
        "DynamoDB_20120810",
        "DynamoDB_20120810.",
        "DynamoDB_20120810.listTables",
        "DynamoDB_20120810.ListTables.More",
        "DynamoDB_20120810.NoSuchOperation",
        "DynamoDB_20111205.ListTables",
        "DynamoDBStreams_20120810.ListTables",
        "Kinesis_20131202.ListStreams"
      })
  void answersTargetsThatNameNoOperation(String target) {
    SampleRequest request = SampleRequest.of("ListTables");
    if (target == null) {
      request.without("X-Amz-Target");
    } else {
      request.with("X-Amz-Target", target);
    }

    assertAnswer(request, 400, UNKNOWN_OPERATION, 1368724161L);
  }

  @Test
  void answersRequestsWithoutCredentials() {
    assertAnswer(
        SampleRequest.of("ListTables").without("Authorization"), 400, MISSING_TOKEN, 2088342776L);
  }

  @Test
  void answersAnEmptyObjectForAnEmptyResult() {
    assertAnswer(SampleRequest.of("ListTables"), 200, "{}", 2745614147L);
  }

  @Test
  void answersHealthChecksWithTheRegionAndATrailingBlank() {
    assertAnswer(
        new SampleRequest().method("GET").body(""),
        200,
        "healthy: dynamodb.us-east-1.amazonaws.com ",
        3128867991L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void answersOtherMethodsAsNotFound(String method) {
    assertAnswer(
        SampleRequest.of("ListTables").method(method),
        404,
        "<UnknownOperationException/>\n",
        3552371480L);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"application/x-amz-json-1.1", "application/jsonasdf", "text/plain", "", "; x"})
  void answersOtherContentTypesAsNotFound(String contentType) {
    SampleRequest request = SampleRequest.of("ListTables");
    if (contentType == null) {
      request.without("Content-Type");
    } else {
      request.with("Content-Type", contentType);
    }

    assertAnswer(request, 404, "<UnknownOperationException/>\n", 3552371480L);
  }

  private void assertAnswer(SampleRequest request, int status, String body, long checksum) {
    try (WireResponse answer = dispatcher.dispatch(request.build())) {
      assertThat(answer.bodyText()).isEqualTo(body);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("x-amz-crc32")).isEqualTo(Long.toString(checksum));
      assertThat(answer.header("x-amzn-RequestId")).matches("[0-9A-Z]{52}");
    }
  }
}
