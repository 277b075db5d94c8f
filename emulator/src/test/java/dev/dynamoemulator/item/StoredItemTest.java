package dev.dynamoemulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Float32;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.RandomValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static AttributeValue.L list(List<String> numbers) {
    return new AttributeValue.L(
        numbers.stream()
            .map(number -> (AttributeValue) new AttributeValue.N(DynamoNumber.parse(number)))
            .toList());
  }

  private static List<String> numbers(int count, Function<Random, String> number) {
    Random random = new Random(count);
    return Stream.generate(() -> number.apply(random)).limit(count).toList();
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        arguments("floats", true, numbers(16, random -> "" + random.nextFloat())),
        arguments("few", true, numbers(2, random -> "" + random.nextFloat())),
        arguments("none", true, List.of()),
        arguments("negative, large and small", true, numbers(64, StoredItemTest::float32)),
        arguments("of one digit", true, numbers(16, random -> "" + random.nextInt(10))),
        arguments("of three digits", true, numbers(99, random -> "" + random.nextInt(1_000))),
        arguments("whole numbers", true, numbers(256, random -> "" + random.nextInt(1 << 24))),
        arguments("doubles", false, numbers(256, random -> "" + random.nextDouble())),
        arguments("beyond a float", false, numbers(16, random -> "1e39")),
        arguments("an eighth is exact", true, with(numbers(16, StoredItemTest::float32), 0, 15)),
        arguments("more is", false, with(numbers(16, StoredItemTest::float32), 0, 1, 15)),
        arguments("in a row", true, with(numbers(24, StoredItemTest::float32), 21, 22, 23)));
  }

  private static String float32(Random random) {
    return Float32.number((random.nextFloat() - 0.5f) * (random.nextInt(4) == 0 ? 1e20f : 1))
        .toString();
  }

  private static List<String> with(List<String> numbers, int... places) {
    List<String> changed = new ArrayList<>(numbers);
    for (int place : places) {
      changed.set(place, "1.2345678901234567890123456789012345678");
    }
    return changed;
  }

  /** However lists of numbers are held, they come back to the last digit. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void packsVectors(String name, boolean isPacked, List<String> numbers) throws IOException {
    AttributeValue.L list = list(numbers);
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("before", new AttributeValue.S("a"));
    attributes.put("list", list);
    attributes.put("in", new AttributeValue.M(Map.of("list", list)));
    attributes.put("after", new AttributeValue.S("b"));
    Item item = Item.of(attributes);

    StoredItem stored = StoredItem.of(item, Set.of("list", "other"));

    assertThat(stored.toItem()).isEqualTo(item);
    assertThat(stored.size()).isEqualTo(item.size());
    assertThat(StoredItem.of(item).floats("list")).isNull();
    assertThat(stored.get("after")).isEqualTo(new AttributeValue.S("b"));
    assertThat(stored.floats("list") != null).isEqualTo(isPacked);
    String elements =
        list.elements().stream()
            .map(number -> "{\"N\":\"" + ((AttributeValue.N) number).value() + "\"}")
            .collect(Collectors.joining(","));
    assertThat(json(stored))
        .isEqualTo(
            "{\"before\":{\"S\":\"a\"},\"list\":{\"L\":["
                + elements
                + "]},\"in\":{\"M\":{\"list\":{\"L\":["
                + elements
                + "]}}},\"after\":{\"S\":\"b\"}}");
    if (isPacked) {
      PackedFloats floats = stored.floats("list");
      assertThat(floats.count()).isEqualTo(numbers.size());
      assertThat(floats.size()).isEqualTo(list.size());
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
