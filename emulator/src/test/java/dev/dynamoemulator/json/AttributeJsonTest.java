package dev.dynamoemulator.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeJsonTest {

  @ParameterizedTest
  @MethodSource("values")
  void reads(String json, AttributeValue value) throws IOException {
    CheckedValue read = ValueMessagesTest.read(json, Wording.NEWER);

    assertThat(read.fault()).isNull();
    assertThat(read.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void writes(String json, AttributeValue value) throws IOException {
    assertThat(write(value)).isEqualTo(json.replace('\'', '"'));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("{'S':'a'}", new AttributeValue.S("a")),
        Arguments.of("{'S':''}", new AttributeValue.S("")),
        Arguments.of("{'S':'äö→'}", new AttributeValue.S("äö→")),
        Arguments.of("{'N':'-1.5'}", number("-1.5")),
        Arguments.of("{'B':''}", binary()),
        Arguments.of("{'B':'/w=='}", binary(255)),
        Arguments.of("{'B':'AAEC'}", binary(0, 1, 2)),
        Arguments.of("{'B':'+/8='}", binary(251, 255)),
        Arguments.of("{'BOOL':true}", AttributeValue.Bool.TRUE),
        Arguments.of("{'BOOL':false}", AttributeValue.Bool.FALSE),
        Arguments.of("{'NULL':true}", AttributeValue.Null.INSTANCE),
        Arguments.of("{'SS':['b','a','']}", new AttributeValue.SS(List.of("b", "a", ""))),
        Arguments.of(
            "{'NS':['2','1']}",
            new AttributeValue.NS(List.of(DynamoNumber.of(2), DynamoNumber.of(1)))),
        Arguments.of(
            "{'BS':['AQ==','']}",
            new AttributeValue.BS(List.of(Binary.wrap(new byte[] {1}), Binary.wrap(new byte[0])))),
        Arguments.of("{'L':[]}", new AttributeValue.L(List.of())),
        Arguments.of(
            "{'L':[{'S':'a'},{'M':{}}]}",
            new AttributeValue.L(
                List.of(new AttributeValue.S("a"), new AttributeValue.M(Map.of())))),
        Arguments.of(
            "{'M':{'a':{'L':[{'NULL':true}]}}}",
            new AttributeValue.M(
                Map.of("a", new AttributeValue.L(List.of(AttributeValue.Null.INSTANCE))))));
  }

  @ParameterizedTest
  @CsvSource({"+5, 5", "1.0, 1", "1E2, 100", "-0, 0", ".5, 0.5"})
  void normalisesNumbers(String given, String expected) throws IOException {
    CheckedValue value = ValueMessagesTest.read("{'N':'" + given + "'}", Wording.NEWER);

    assertThat(write(value.value())).isEqualTo("{\"N\":\"" + expected + "\"}");
  }

  @Test
  void keepsTheOrderOfSetsAndNames() throws IOException {
    AttributeValue value =
        ValueMessagesTest.read("{'M':{'z':{'SS':['q','b']},'a':{'S':''}}}", Wording.NEWER).value();

    assertThat(write(value)).isEqualTo("{\"M\":{\"z\":{\"SS\":[\"q\",\"b\"]},\"a\":{\"S\":\"\"}}}");
  }

  @Test
  void writesPairedAndLoneSurrogates() throws IOException {
    AttributeValue paired = new AttributeValue.S("\ud83d\ude00");
    AttributeValue lone = new AttributeValue.S("a\ud83d");

    assertThat(ValueMessagesTest.read(write(paired), Wording.NEWER).value()).isEqualTo(paired);
    assertThat(ValueMessagesTest.read(write(lone), Wording.NEWER).value()).isEqualTo(lone);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"S\":\"a\"}', 1",
    "'{\"SS\":[\"a\"]}', 1",
    "'{\"L\":[]}', 1",
    "'{\"M\":{}}', 1",
    "'{\"L\":[{\"S\":\"a\"},{\"L\":[{\"M\":{}}]}]}', 3",
    "'{\"M\":{\"a\":{\"M\":{\"b\":{\"S\":\"a\"}}},\"c\":{\"S\":\"\"}}}', 3"
  })
  void countsTheLevelsOfValues(String json, int depth) throws IOException {
    assertThat(ValueMessagesTest.read(json, Wording.NEWER).depth()).isEqualTo(depth);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "31", "32", "300"})
  void countsTheLevelsOfWrappedScalars(int wrappings) throws IOException {
    String json = "{'L':[".repeat(wrappings) + "{'S':'a'}" + "]}".repeat(wrappings);

    assertThat(ValueMessagesTest.readMap("{'a':" + json + "}").depth()).isEqualTo(wrappings + 1);
  }

  @Test
  void countsNoLevelsInAnEmptyMap() throws IOException {
    assertThat(ValueMessagesTest.readMap("{}").depth()).isZero();
  }

  private static AttributeValue number(String text) {
    return new AttributeValue.N(DynamoNumber.parse(text));
  }

  private static AttributeValue binary(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return new AttributeValue.B(Binary.wrap(content));
  }

  private static String write(AttributeValue value) throws IOException {
    JsonBytes out = new JsonBytes(16);
    try (JsonGenerator json = WireJson.generator(out)) {
      AttributeWriter.write(json, value);
    }
    return out.toString();
  }
}
