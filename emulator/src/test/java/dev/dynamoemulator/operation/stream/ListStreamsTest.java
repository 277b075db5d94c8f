package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behaviour of ListStreams (streams.md §3). */
class ListStreamsTest {

  private final StreamFixture streams = StreamFixture.create();

  @Test
  void showsArnTableAndLabel() {
    String arn = streams.createTable("orders", "KEYS_ONLY");

    JsonNode listed = streams.call("ListStreams", "{}");

    assertThat(listed.toString())
        .isEqualTo(
            "{\"Streams\":[{\"StreamArn\":\"%s\",\"TableName\":\"orders\",\"StreamLabel\":\"%s\"}]}"
                .formatted(arn, "2026-03-01T12:00:00.123"));
    assertThat(arn)
        .isEqualTo(
            "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-03-01T12:00:00.123");
  }

  @Test
  void showsOnlyTheStreamsOfTheTableAskedFor() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.createTable("orders2", "KEYS_ONLY");

    assertThat(arns("{'TableName':'orders'}")).containsExactly(arn);
    assertThat(arns("{'TableName':'unknown'}")).isEmpty();
  }

  @Test
  void showsNoTableWithoutStream() {
    streams.call(
        "CreateTable",
        """
        {'TableName':'plain','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}
        """);

    assertThat(arns("{}")).isEmpty();
  }

  @Test
  void showsTheCallersStreamsOnly() {
    streams.createTable(new Namespace("111111111111", "us-east-1"), "orders", "KEYS_ONLY");
    streams.createTable(new Namespace("000000000000", "eu-west-1"), "orders", "KEYS_ONLY");
    String arn = streams.createTable("orders", "KEYS_ONLY");

    assertThat(arns("{}")).containsExactly(arn);
  }

  @Test
  void everybodySeesTheStreamsOfASharedDatabase() {
    StreamFixture shared = StreamFixture.shared();
    shared.createTable(new Namespace("111111111111", "eu-west-1"), "orders", "KEYS_ONLY");

    JsonNode listed = shared.call("ListStreams", "{}").get("Streams");

    assertThat(listed).hasSize(1);
    String arn = listed.get(0).get("StreamArn").asText();
    assertThat(arn).startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/");
    assertThat(shared.shards(arn)).hasSize(1);
  }

  @Test
  void showsDisabledStreamsForADay() {
    String first = streams.createTable("orders", "KEYS_ONLY");
    streams.disableStream("orders");
    String second = streams.enableStream("orders", "NEW_IMAGE");

    assertThat(second).isNotEqualTo(first);
    assertThat(arns("{}")).containsExactly(first, second);

    streams.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(arns("{}")).containsExactly(first, second);

    streams.advance(Duration.ofMillis(1));
    assertThat(arns("{}")).containsExactly(second);
  }

  @Test
  void showsTheStreamOfADeletedTableForADay() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.deleteTable("orders");

    assertThat(arns("{}")).containsExactly(arn);

    streams.advance(Duration.ofHours(24));
    assertThat(arns("{}")).isEmpty();
  }

  @Test
  void pagesThroughAllStreams() {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.add(streams.createTable("table" + i, "KEYS_ONLY"));
    }

    List<String> seen = new ArrayList<>();
    JsonNode page = streams.call("ListStreams", "{'Limit':2}");
    while (page.has("LastEvaluatedStreamArn")) {
      assertThat(page.get("Streams")).hasSize(2);
      page.get("Streams").forEach(stream -> seen.add(stream.get("StreamArn").asText()));
      page =
          streams.call(
              "ListStreams",
              "{'Limit':2,'ExclusiveStartStreamArn':'%s'}",
              page.get("LastEvaluatedStreamArn").asText());
    }
    page.get("Streams").forEach(stream -> seen.add(stream.get("StreamArn").asText()));

    assertThat(seen).isEqualTo(created);
  }

  @Test
  void goesOnBehindAStreamThatIsGone() {
    String first = streams.createTable("a-table", "KEYS_ONLY");
    streams.deleteTable("a-table");
    streams.advance(Duration.ofHours(25));
    String second = streams.createTable("b-table", "KEYS_ONLY");

    assertThat(arns("{'ExclusiveStartStreamArn':'%s'}".formatted(first))).containsExactly(second);
  }

  private List<String> arns(String input) {
    List<String> arns = new ArrayList<>();
    streams
        .call("ListStreams", input)
        .get("Streams")
        .forEach(stream -> arns.add(stream.get("StreamArn").asText()));
    return arns;
  }
}
