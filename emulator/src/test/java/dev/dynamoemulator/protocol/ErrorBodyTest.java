package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The envelopes of protocol.md §3. */
class ErrorBodyTest {

  private static final Item ITEM = Item.of(Map.of("pk", new AttributeValue.S("a\"b")));

  @ParameterizedTest
  @CsvSource({
    "CONDITIONAL_CHECK_FAILED, 400, com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException, message",
    "TRANSACTION_CANCELED, 400, com.amazonaws.dynamodb.v20120810#TransactionCanceledException, Message",
    "INTERNAL_SERVER_ERROR, 500, com.amazonaws.dynamodb.v20120810#InternalServerError, message",
    "VALIDATION, 400, com.amazon.coral.validate#ValidationException, message",
    "SERIALIZATION, 400, com.amazon.coral.service#SerializationException, Message",
    "ACCESS_DENIED, 400, com.amazon.coral.service#AccessDeniedException, Message",
    "UNRECOGNIZED_CLIENT, 400, com.amazon.coral.service#UnrecognizedClientException, message",
    "THROTTLING, 400, com.amazon.coral.availability#ThrottlingException, message"
  })
  void namesTypeAndTextAsTheServiceDoes(ErrorCode code, int status, String type, String member) {
    DynamoDbException error = DynamoDbException.of(code, "tëxt");

    try (WireResponse answer = answer(error)) {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.bodyText())
          .isEqualTo("{\"__type\":\"" + type + "\",\"" + member + "\":\"tëxt\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void sendsNoTextWhereThereIsNone(ErrorCode code) {
    try (WireResponse answer = answer(DynamoDbException.of(code, null))) {
      assertThat(answer.bodyText()).isEqualTo("{\"__type\":\"" + code.wireType() + "\"}");
    }
  }

  @Test
  void sendsTheItemThatFailedTheCondition() {
    DynamoDbException error =
        DynamoDbException.of(ErrorCode.CONDITIONAL_CHECK_FAILED, "m").with("Item", ITEM);

    try (WireResponse answer = answer(error)) {
      assertThat(answer.bodyText())
          .endsWith("\"message\":\"m\",\"Item\":{\"pk\":{\"S\":\"a\\\"b\"}}}");
    }
  }

  @Test
  void sendsTheReasonsOfACancelledTransaction() {
    Map<String, Object> failed = new LinkedHashMap<>();
    failed.put("Code", "ConditionalCheckFailed");
    failed.put("Message", "m");
    failed.put("Item", ITEM);
    DynamoDbException error =
        DynamoDbException.of(ErrorCode.TRANSACTION_CANCELED, "t")
            .with("CancellationReasons", List.of(Map.of("Code", "None"), failed));

    try (WireResponse answer = answer(error)) {
      assertThat(answer.bodyText())
          .endsWith(
              "\"Message\":\"t\",\"CancellationReasons\":[{\"Code\":\"None\"},"
                  + "{\"Code\":\"ConditionalCheckFailed\",\"Message\":\"m\","
                  + "\"Item\":{\"pk\":{\"S\":\"a\\\"b\"}}}]}");
    }
  }

  @Test
  void sendsNumbersFlagsAndNothingAsSuch() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("long", 12345678901L);
    members.put("double", 0.5);
    members.put("flag", true);
    members.put("nothing", null);
    members.put("empty", List.of());
    DynamoDbException error = DynamoDbException.validation("v").with("All", members);

    try (WireResponse answer = answer(error)) {
      assertThat(answer.bodyText())
          .endsWith(
              "\"All\":{\"long\":12345678901,\"double\":0.5,\"flag\":true,\"nothing\":null,"
                  + "\"empty\":[]}}");
    }
  }

  private static WireResponse answer(DynamoDbException error) {
    return SampleDispatcher.of(
            FakeOperation.named(
                "ListTables",
                request -> {
                  throw error;
                }))
        .dispatch(SampleRequest.of("ListTables").build());
  }
}
