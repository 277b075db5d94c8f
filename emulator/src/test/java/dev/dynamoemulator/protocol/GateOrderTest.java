package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.model.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every two faults that one request can have at once: the earlier one of protocol.md §2 wins. */
class GateOrderTest {

  private record Fault(String name, String reported, Consumer<SampleRequest> spoil) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Fault> IN_ORDER =
      List.of(
          new Fault("too large", "413 ", GateOrderTest::makeTooLarge),
          new Fault(
              "method", "404 <UnknownOperationException/>\n", request -> request.method("PUT")),
          new Fault(
              "malformed JSON",
              "400 {\"__type\":\"com.amazon.coral.service#SerializationException\"}",
              request -> request.body("{\"TableName\":1,")),
          new Fault(
              "target",
              "400 {\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}",
              request -> request.without("X-Amz-Target")),
          new Fault(
              "no token",
              "400 {\"__type\":\"com.amazon.coral.service#MissingAuthenticationTokenException\","
                  + "\"message\":\"Request is missing Authentication Token\"}",
              request -> request.without("Authorization")),
          new Fault(
              "empty body",
              "400 {\"__type\":\"com.amazon.coral.service#SerializationException\"}",
              request -> request.body("")),
          new Fault(
              "type",
              "400 {\"__type\":\"com.amazon.coral.service#SerializationException\","
                  + "\"Message\":\"NUMBER_VALUE cannot be converted to String\"}",
              request -> request.body("{\"TableName\":1}")),
          new Fault(
              "constraint",
              "400 {\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"1"
                  + " validation error detected: Value 'a!' at 'tableName' failed to satisfy"
                  + " constraint: Member must satisfy regular expression pattern:"
                  + " [a-zA-Z0-9_.-]+\"}",
              request -> request.body("{\"TableName\":\"a!\",\"Key\":{}}")),
          new Fault(
              "check",
              "400 {\"__type\":\"com.amazon.coral.validate#ValidationException\","
                  + "\"message\":\"checked\"}",
              request -> {}));

  private final Dispatcher dispatcher =
      SampleDispatcher.of(
          FakeOperation.named(
              "GetItem",
              request -> {
                throw DynamoDbException.validation("checked");
              }));

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (int first = 0; first < IN_ORDER.size(); first++) {
      for (int second = first; second < IN_ORDER.size(); second++) {
        pairs.add(arguments(IN_ORDER.get(first), IN_ORDER.get(second)));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void reportsTheEarlierFault(Fault first, Fault second) {
    SampleRequest request =
        SampleRequest.of("GetItem").body("{\"TableName\":\"tab\",\"Key\":{\"a\":{\"S\":\"b\"}}}");

    // The earlier fault has the last word about the body, which only one of them can spoil.
    second.spoil.accept(request);
    first.spoil.accept(request);

    try (WireResponse answer = dispatcher.dispatch(request.build())) {
      assertThat(answer.status() + " " + answer.bodyText()).isEqualTo(first.reported);
    }
  }

  private static void makeTooLarge(SampleRequest request) {
    request.body(new byte[WireRequest.MAX_BODY_LENGTH + 1]);
  }
}
