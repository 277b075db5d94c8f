package dev.dynamoemulator.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.RandomValues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredItemTest {

  @Test
  void givesBackWhatWasStored() {
    RandomValues values = new RandomValues(1);
    for (int i = 0; i < 5_000; i++) {
      Item item = values.item();

      StoredItem stored = StoredItem.of(item);

      assertThat(stored.toItem()).isEqualTo(item);
      assertThat(stored.size()).isEqualTo(item.size());
      item.attributes().forEach((name, value) -> assertThat(stored.get(name)).isEqualTo(value));
      assertThat(stored.get("no such attribute")).isNull();
    }
  }

  @Test
  void tellsApartNamesThatStartAlike() {
    StoredItem stored =
        StoredItem.of(
            Item.of(
                Map.of(
                    "ab", new AttributeValue.S("long"),
                    "é", new AttributeValue.S("accent"))));

    assertThat(stored.get("a")).isNull();
    assertThat(stored.get("abc")).isNull();
    assertThat(stored.get("ab")).isEqualTo(new AttributeValue.S("long"));
    assertThat(stored.get("é")).isEqualTo(new AttributeValue.S("accent"));
  }

  @Test
  void writesEveryTypeAsJson() throws IOException {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("s", new AttributeValue.S("a\"\n€😀"));
    attributes.put("n", new AttributeValue.N(DynamoNumber.parse("-1.50")));
    attributes.put("b", new AttributeValue.B(Binary.wrap(new byte[] {1, 2})));
    attributes.put("t", AttributeValue.Bool.TRUE);
    attributes.put("z", AttributeValue.Null.INSTANCE);
    attributes.put("ss", new AttributeValue.SS(List.of("x", "")));
    attributes.put("ns", new AttributeValue.NS(List.of(DynamoNumber.of(7))));
    attributes.put("bs", new AttributeValue.BS(List.of(Binary.wrap(new byte[0]))));
    attributes.put("l", new AttributeValue.L(List.of(new AttributeValue.S("x"))));
    attributes.put("m", new AttributeValue.M(Map.of("k", new AttributeValue.L(List.of()))));

    assertThat(json(StoredItem.of(Item.of(attributes))))
        .isEqualTo(
            "{\"s\":{\"S\":\"a\\\"\\n€😀\"},\"n\":{\"N\":\"-1.5\"},\"b\":{\"B\":\"AQI=\"},"
                + "\"t\":{\"BOOL\":true},\"z\":{\"NULL\":true},\"ss\":{\"SS\":[\"x\",\"\"]},"
                + "\"ns\":{\"NS\":[\"7\"]},\"bs\":{\"BS\":[\"\"]},\"l\":{\"L\":[{\"S\":\"x\"}]},"
                + "\"m\":{\"M\":{\"k\":{\"L\":[]}}}}");
  }

  @Test
  void escapesWhatJsonDoesNotAllowInStrings() throws IOException {
    StringBuilder text = new StringBuilder();
    for (char c = 0; c < 0x110; c++) {
      text.append(c);
    }

    String json =
        json(StoredItem.of(Item.of(Map.of("a\"b", new AttributeValue.S(text.toString())))));

    assertThat(json).isEqualTo("{" + quoted("a\"b") + ":{\"S\":" + quoted(text.toString()) + "}}");
  }

  /** The string as the generator writes it, which writes all that is no item. */
  private static String quoted(String text) throws IOException {
    JsonBytes out = new JsonBytes(1);
    try (JsonGenerator json = WireJson.generator(out)) {
      json.writeString(text);
    }
    return out.toString();
  }

  private static String json(StoredItem item) throws IOException {
    JsonBytes out = new JsonBytes(1);
    try (JsonGenerator json = WireJson.generator(out)) {
      json.writeStartObject();
      item.writeTo(json);
      json.writeEndObject();
    }
    return out.toString();
  }
}
