package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {

  @Test
  void hasAnswersWrittenByTheOperation() {
    Dispatcher dispatcher = SampleDispatcher.of(FakeOperation.describeTable());

    assertThat(body(dispatcher, SampleRequest.of("DescribeTable").body("{\"TableName\":\"tab\"}")))
        .isEqualTo("{\"Account\":\"000000000000\",\"Region\":\"us-east-1\",\"TableName\":\"tab\"}");
  }

  @Test
  void findsStreamOperationsByTheirOwnPrefix() {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            FakeOperation.named("ListStreams", request -> () -> out -> out.string("A", "b")));
    SampleRequest request = SampleRequest.of("ListStreams");

    assertThat(body(dispatcher, request)).contains("UnknownOperationException");
    request.with("X-Amz-Target", "DynamoDBStreams_20120810.ListStreams");
    assertThat(body(dispatcher, request)).isEqualTo("{\"A\":\"b\"}");
  }

  @Test
  void answersWithoutBodyWhenTheOperationHasNone() {
    Dispatcher dispatcher =
        SampleDispatcher.of(FakeOperation.named("TagResource", request -> () -> Reply.NO_BODY));

    try (WireResponse answer = dispatcher.dispatch(SampleRequest.of("TagResource").build())) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bodyLength()).isZero();
      assertThat(answer.header("x-amz-crc32")).isEqualTo("0");
      assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    }
  }

  @Test
  void givesEveryRequestItsOwnId() {
    Dispatcher dispatcher = SampleDispatcher.of();
    Set<String> ids = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      try (WireResponse answer = dispatcher.dispatch(SampleRequest.of("ListTables").build())) {
        ids.add(answer.header("x-amzn-RequestId"));
      }
    }

    assertThat(ids).hasSize(100).allMatch(id -> id.matches("[0-9A-Z]{52}"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "too bad|1 validation error detected: too bad",
        "1 validation error detected: too bad|1 validation error detected: too bad",
        "2 validation errors detected: a; b|2 validation errors detected: a; b",
        "validation error detected|1 validation error detected: validation error detected",
        "12 monkeys|1 validation error detected: 12 monkeys"
      },
      delimiter = '|')
  void prefixesRequestFaultsInTheNewerWordingOnce(String message, String reported) {
    assertThat(messageOfCheck(Wording.NEWER, true, DynamoDbException.validation(message)))
        .isEqualTo(reported);
  }

  @Test
  void prefixesNothingInTheOlderWording() {
    assertThat(messageOfCheck(Wording.OLDER, true, DynamoDbException.validation("bad")))
        .isEqualTo("bad");
  }

  @Test
  void prefixesNothingOfOtherOperations() {
    assertThat(messageOfCheck(Wording.NEWER, false, DynamoDbException.validation("bad")))
        .isEqualTo("bad");
  }

  @Test
  void prefixesNoOtherExceptions() {
    assertThat(
            messageOfCheck(
                Wording.NEWER, true, DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, "bad")))
        .isEqualTo("bad");
  }

  @Test
  void prefixesNothingThatNeedsTheTable() {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            new FakeOperation(
                "ListTables",
                true,
                request ->
                    () -> {
                      throw DynamoDbException.validation("bad");
                    }));

    assertThat(body(dispatcher, SampleRequest.of("ListTables"))).endsWith("\"message\":\"bad\"}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hidesUnexpectedFaultsAndLogsThemWithTheRequestId(boolean isError) {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            FakeOperation.named(
                "ListTables",
                request ->
                    () ->
                        out -> {
                          out.string("half", "written");
                          if (isError) {
                            throw new StackOverflowError("secret");
                          }
                          throw new IllegalStateException("secret");
                        }));
    List<LogRecord> log = new ArrayList<>();

    WireResponse answer =
        logging(log, () -> dispatcher.dispatch(SampleRequest.of("ListTables").build()));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.bodyText())
        .isEqualTo(
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                + "\"message\":\"Internal server error\"}");
    assertThat(log).hasSize(1);
    assertThat(log.get(0).getMessage()).contains(answer.header("x-amzn-RequestId"));
    assertThat(log.get(0).getThrown()).hasMessage("secret");
  }

  @Test
  void reportsFaultsThatShowUpWhileTheAnswerIsWritten() {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            FakeOperation.named(
                "ListTables",
                request ->
                    () ->
                        out -> {
                          out.string("half", "written");
                          throw DynamoDbException.validation("late");
                        }));

    assertThat(body(dispatcher, SampleRequest.of("ListTables")))
        .isEqualTo(
            "{\"__type\":\"com.amazon.coral.validate#ValidationException\","
                + "\"message\":\"late\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "test, 000000000000",
    "123456789012, 123456789012",
    "999999999999, 999999999999",
    "12345678901, 000000000000",
    "1234567890123, 000000000000",
    "12345678901x, 000000000000",
    "my-own-key-id, 000000000000",
    "AKIAIOSFODNN7EXAMPLE, 000000000000"
  })
  void takesTheAccountFromTheAccessKeyId(String accessKeyId, String account) {
    assertThat(namespaceOf(SampleDispatcher.NAMESPACES, accessKeyId, "us-east-1"))
        .startsWith("{\"Account\":\"" + account + "\",\"Region\":\"us-east-1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "eu-west-2", "us-gov-west-1", "local", "ddblocal", "X9"})
  void takesTheRegionFromTheCredential(String region) {
    assertThat(namespaceOf(SampleDispatcher.NAMESPACES, "test", region))
        .startsWith("{\"Account\":\"000000000000\",\"Region\":\"" + region + "\"");
  }

  @Test
  void putsEveryoneInOneNamespaceWhenShared() {
    Namespaces shared = new Namespaces(new Namespace("111122223333", "eu-west-1"), true);

    assertThat(namespaceOf(shared, "123456789012", "us-east-1"))
        .startsWith("{\"Account\":\"111122223333\",\"Region\":\"eu-west-1\"");
  }

  private static String namespaceOf(Namespaces namespaces, String accessKeyId, String region) {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            Wording.NEWER, AllowedOrigins.ALL, namespaces, FakeOperation.describeTable());
    return body(
        dispatcher,
        SampleRequest.of("DescribeTable")
            .body("{\"TableName\":\"tab\"}")
            .with(
                "Authorization",
                SampleRequest.authorization(accessKeyId).replace("us-east-1", region)));
  }

  private static String messageOfCheck(Wording wording, boolean prefixes, DynamoDbException fault) {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            wording,
            AllowedOrigins.ALL,
            SampleDispatcher.NAMESPACES,
            new FakeOperation(
                "ListTables",
                prefixes,
                request -> {
                  throw fault;
                }));
    String body = body(dispatcher, SampleRequest.of("ListTables"));
    return body.substring(body.indexOf("\"message\":\"") + 11, body.length() - 2);
  }

  private static String body(Dispatcher dispatcher, SampleRequest request) {
    try (WireResponse answer = dispatcher.dispatch(request.build())) {
      return answer.bodyText();
    }
  }

  private static WireResponse logging(List<LogRecord> log, Supplier<WireResponse> work) {
    Logger logger = Logger.getLogger(Dispatcher.class.getName());
    Handler collecting =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(collecting);
    logger.setUseParentHandlers(false);
    try {
      return work.get();
    } finally {
      logger.removeHandler(collecting);
      logger.setUseParentHandlers(true);
    }
  }
}
