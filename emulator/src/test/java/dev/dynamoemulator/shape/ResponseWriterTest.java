package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseWriterTest {

  private static final Item ITEM = Item.of(Map.of("a", new AttributeValue.S("x")));

  @Test
  void writesScalars() {
    assertThat(
            written(
                out -> {
                  out.string("S", "\"ä");
                  out.number("I", 5);
                  out.number("D", 0.5);
                  out.number("W", 1.0);
                  out.bool("B", true);
                }))
        .isEqualTo("{'S':'\\'ä','I':5,'D':0.5,'W':1.0,'B':true}");
  }

  @Test
  void leavesOutOptionalMembersWithoutAValue() {
    assertThat(
            written(
                out -> {
                  out.optionalString("S", null);
                  out.optionalNumber("N", null);
                  out.optionalBool("B", null);
                  out.optionalTimestamp("T", null);
                  out.optionalStrings("L", null);
                  out.optionalObjects("O", List.of(), (object, value) -> {});
                  out.optionalAttributeMap("M", (Item) null);
                }))
        .isEqualTo("{}");
  }

  @Test
  void writesOptionalMembersWithAValue() {
    assertThat(
            written(
                out -> {
                  out.optionalString("S", "x");
                  out.optionalNumber("N", 5L);
                  out.optionalNumber("D", 2.5);
                  out.optionalBool("B", false);
                  out.optionalTimestamp("T", 1000L);
                  out.optionalStrings("L", List.of());
                  out.optionalObjects(
                      "O", List.of("a"), (object, value) -> object.bool(value, true));
                  out.optionalAttributeMap("M", ITEM);
                }))
        .isEqualTo(
            "{'S':'x','N':5,'D':2.5,'B':false,'T':1.000,'L':[],'O':[{'a':true}],"
                + "'M':{'a':{'S':'x'}}}");
  }

  @ParameterizedTest
  @CsvSource({
    "1421866952062, 1421866952.062",
    "1421866952000, 1421866952.000",
    "1421866952999, 1421866952.999",
    "0, 0.000",
    "7, 0.007"
  })
  void writesTimestampsInSeconds(long millis, String expected) {
    assertThat(written(out -> out.timestamp("T", millis))).isEqualTo("{'T':" + expected + "}");
  }

  @Test
  void writesObjectsAndLists() {
    assertThat(
            written(
                out -> {
                  out.object("O", object -> object.string("a", "b"));
                  out.objects("L", List.of(1, 2), (object, value) -> object.number("n", value));
                  out.strings("S", List.of("a", "b"));
                  out.stringMap("M", Map.of("k", "v"));
                  out.array("E", list -> list.element(object -> {}));
                }))
        .isEqualTo("{'O':{'a':'b'},'L':[{'n':1},{'n':2}],'S':['a','b'],'M':{'k':'v'},'E':[{}]}");
  }

  @Test
  void writesItemsFromEverySource() {
    ResponseWriter.AttributeSource source =
        json -> AttributeWriter.writeEntries(json, ITEM.attributes());

    assertThat(
            written(
                out -> {
                  out.attributeValue("V", new AttributeValue.S("x"));
                  out.attributeMap("I", ITEM);
                  out.attributeMap("S", source);
                  out.items("L", List.of(ITEM, Item.EMPTY));
                  out.attributeMaps("M", List.of(source, source));
                }))
        .isEqualTo(
            "{'V':{'S':'x'},'I':{'a':{'S':'x'}},'S':{'a':{'S':'x'}},"
                + "'L':[{'a':{'S':'x'}},{}],'M':[{'a':{'S':'x'}},{'a':{'S':'x'}}]}");
  }

  @Test
  void growsAndReusesABuffer() {
    ResponseBuffers buffers = new ResponseBuffers();
    ResponseBuffer first = buffers.take();
    String large = "x".repeat(100_000);

    first.writeObject(out -> out.string("S", large));
    assertThat(first.length()).isEqualTo(100_008);
    first.close();
    ResponseBuffer second = buffers.take();
    second.writeObject(out -> {});

    assertThat(second).isSameAs(first);
    assertThat(second.toByteArray()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    assertThat(second.array()[0]).isEqualTo((byte) '{');
  }

  @Test
  void leavesBuffersThatHaveGrownLarge() {
    ResponseBuffers buffers = new ResponseBuffers();
    ResponseBuffer first = buffers.take();

    first.writeObject(out -> out.string("S", "x".repeat(2_000_000)));
    first.close();

    assertThat(buffers.take()).isNotSameAs(first);
  }

  private static String written(Consumer<ResponseWriter> members) {
    try (ResponseBuffer buffer = new ResponseBuffers().take()) {
      byte[] body = buffer.writeObject(members).toByteArray();
      return new String(body, StandardCharsets.UTF_8).replace('"', '\'');
    }
  }
}
