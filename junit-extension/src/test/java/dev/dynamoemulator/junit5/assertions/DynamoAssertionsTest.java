package dev.dynamoemulator.junit5.assertions;

import static dev.dynamoemulator.junit5.assertions.DynamoAssertions.assertThat;
import static dev.dynamoemulator.junit5.assertions.DynamoAssertions.assertThatItem;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.junit5.DynamoEmulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DynamoEmulator
class DynamoAssertionsTest {

  private static final String ITEM =
      """
      {"id": {"S": "a"}, "price": {"N": "12.50"}, "tags": {"SS": ["x", "y"]},
       "lines": {"L": [{"M": {"count": {"N": "2"}}}]}, "gone": {"NULL": true}}
      """;

  private Emulator emulator;

  @BeforeAll
  static void load(Emulator emulator) {
    emulator.load(Fixtures.samples());
  }

  @Test
  void comparesValuesAsDynamoDbDoes() {
    assertThatItem(ITEM)
        .hasNumber("price", "12.5")
        .hasValue("price", new BigDecimal("12.5000"))
        .hasValue("lines[0].count", 2)
        .hasValue("lines", List.of(Map.of("count", 2.0)))
        .hasValue("tags", Set.of("y", "x"))
        .hasValue("gone", null)
        .hasType("tags", "SS")
        .hasAttribute("lines[0]")
        .hasNoAttribute("lines[1]")
        .hasNoAttribute("price.inner")
        .isEqualToJson(ITEM.replace("12.50", "1.25E1"));
  }

  @Test
  void showsWhatDiffers() {
    assertThatThrownBy(
            () ->
                assertThatItem(ITEM)
                    .isEqualToJson(
                        """
                        {"id": {"S": "a"}, "price": {"N": "12.5"}, "tags": {"SS": ["x"]},
                         "lines": {"L": [{"M": {"count": {"N": "3"}}}, {"S": "z"}]}}
                        """))
        .hasMessageEndingWith(
            """
            but:
            - tags: {"SS":["x"]}
            + tags: {"SS":["x","y"]}
            - lines[0].count: {"N":"3"}
            + lines[0].count: {"N":"2"}
            - lines[1]: {"S":"z"}
            + gone: {"NULL":true}""");
    assertThatThrownBy(() -> assertThatItem("{\"id\": 1}").hasValue("id", 2))
        .hasMessageContaining("to have at id\n- {\"N\":\"2\"}\n+ {\"N\":\"1\"}");
    assertThatThrownBy(() -> assertThatItem("{\"id\": 1}").hasAttribute("x"))
        .hasMessageContaining("{\"id\":{\"N\":\"1\"}}\nto have x");
  }

  @Test
  void looksIntoTables(DynamoDbClient client) {
    for (TableAssert music : List.of(assertThat(emulator, "Music"), assertThat(client, "Music"))) {
      music
          .exists()
          .hasItemCount(42)
          .hasKey("Artist", "SongTitle")
          .hasIndexes("AlbumIndex", "GenreIndex")
          .hasDescription("TableStatus", "ACTIVE")
          .hasNoItem(Map.of("Artist", "Nobody"));
      music
          .item(Map.of("Artist", "The Green Lanterns", "SongTitle", "Window Wire"))
          .hasValue("Year", 2011)
          .hasValue("Credits.Writers[1]", "C. Ito");
      music.index("GenreIndex").hasKey("Genre", "CriticRating");
      music.itemCollection("The Green Lanterns").hasSizeGreaterThan(1);
    }
  }

  @Test
  void showsWhatATableHasInstead() {
    assertThatThrownBy(() -> assertThat(emulator, "Forum").hasItem(Map.of("Name", "Nothing")))
        .hasMessageStartingWith(
            "Expected table Forum to have one item with {\"Name\":{\"S\":\"Nothing\"}}, but of its"
                + " items 0 have:\n  {\"");
    assertThatThrownBy(() -> assertThat(emulator, "Music").hasIndexes("Absent"))
        .hasMessageContaining("to have the indexes [Absent], but it has [");
  }

  @Test
  void readsStreams() {
    emulator.call(
        "CreateTable",
        """
        {"TableName": "events", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}}
        """);
    emulator.call("PutItem", "{\"TableName\": \"events\", \"Item\": {\"id\": {\"S\": \"1\"}}}");
    emulator.call("DeleteItem", "{\"TableName\": \"events\", \"Key\": {\"id\": {\"S\": \"1\"}}}");

    assertThat(emulator, "events").isEmpty().hasStreamEvents("INSERT", "REMOVE");
    assertThatThrownBy(() -> assertThat(emulator, "events").hasStreamEvents("INSERT"))
        .hasMessageContaining("but it has:\n  INSERT {");
    assertThatCode(() -> assertThat(emulator, "Forum").hasStreamEvents())
        .hasMessage("The table Forum has no stream");
  }

  @Test
  void looksIntoTheRecordsOfStreams() {
    emulator.call(
        "CreateTable",
        """
        {"TableName": "events", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
        """);
    emulator.call(
        "PutItem",
        "{\"TableName\": \"events\", \"Item\": {\"id\": {\"S\": \"1\"}, \"n\": {\"N\": \"1\"}}}");
    emulator.call(
        "PutItem",
        "{\"TableName\": \"events\", \"Item\": {\"id\": {\"S\": \"1\"}, \"n\": {\"N\": \"2\"}}}");

    TableAssert events = assertThat(emulator, "events");
    events.streamRecord(0).hasEventName("INSERT").oldImage().isNull();
    events.streamRecord(1).hasEventName("MODIFY").keys().hasExactly(Map.of("id", "1"));
    events.streamRecord(1).oldImage().hasValue("n", 1);
    events.streamRecord(1).newImage().hasExactly(Map.of("id", "1", "n", 2));
    assertThatThrownBy(() -> events.streamRecord(0).hasEventName("REMOVE"))
        .hasMessageStartingWith("Expected the record to be of REMOVE, but it is of INSERT {");
    assertThatThrownBy(() -> events.streamRecord(2))
        .hasMessage("Expected the stream of table events to have a record 2, but it has 2");
  }

  @Test
  void looksIntoIndexes(DynamoDbClient client) {
    for (TableAssert music : List.of(assertThat(emulator, "Music"), assertThat(client, "Music"))) {
      music
          .index("GenreIndex")
          .hasItemCount(42)
          .hasNoItem(Map.of("Genre", "Polka"))
          .item(Map.of("Artist", "The Green Lanterns", "SongTitle", "Window Wire"))
          .hasExactly(
              Map.of(
                  "Artist", "The Green Lanterns",
                  "SongTitle", "Window Wire",
                  "Genre", "Folk",
                  "CriticRating", new BigDecimal("9.1")));
      music.index("GenreIndex").itemCollection("Folk").isNotEmpty();
    }
  }

  @Test
  void takesItemsOfTheSdk() {
    assertThat(Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1.0")))
        .hasExactly(Map.of("id", "a", "n", 1));
  }
}
