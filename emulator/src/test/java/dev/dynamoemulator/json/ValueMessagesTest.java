package dev.dynamoemulator.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import dev.dynamoemulator.model.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of data-model.md §6. */
class ValueMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String EMPTY =
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
  private static final String SEVERAL =
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
          + " supported datatypes";
  private static final String NOT_NUMERIC = "The parameter cannot be converted to a numeric value";
  private static final String OVERFLOW =
      "Number overflow. Attempting to store a number with magnitude larger than supported range";
  private static final String UNDERFLOW =
      "Number underflow. Attempting to store a number with magnitude smaller than supported range";
  private static final String PRECISION =
      "Attempting to store more than 38 significant digits in a Number";
  private static final String NINES = "9".repeat(39);

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheFault(String json, String newer, String older) throws IOException {
    assertThat(read(json, Wording.NEWER).fault()).isEqualTo(newer);
    assertThat(read(json, Wording.OLDER).fault()).isEqualTo(older);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheFaultOfNestedValues(String json, String newer, String older) throws IOException {
    assertThat(read("{'L':[{'S':'a'}," + json + ",{}]}", Wording.NEWER).fault()).isEqualTo(newer);
    assertThat(read("{'M':{'a':{'M':{'b':" + json + "}},'c':{}}}", Wording.OLDER).fault())
        .isEqualTo(older);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        both("{}", EMPTY),
        both("{'X':'y'}", EMPTY),
        both("{'S':null}", EMPTY),
        both("null", EMPTY),
        both("{'N':''}", NOT_NUMERIC),
        row("{'NS':['1','']}", NOT_NUMERIC + ": ", NOT_NUMERIC),
        both("{'N':'a'}", NOT_NUMERIC + ": a"),
        both("{'NS':['1','b','a']}", NOT_NUMERIC + ": b"),
        both("{'N':'1E126'}", OVERFLOW),
        both("{'NS':['-1E126']}", OVERFLOW),
        both("{'N':'1E-131'}", UNDERFLOW),
        both("{'NS':['1E-131']}", UNDERFLOW),
        both("{'N':'" + NINES + "'}", PRECISION),
        both("{'NS':['" + NINES + "']}", PRECISION),
        both("{'NULL':false}", INVALID + "Null attribute value types must have the value of true"),
        both("{'NULL':'no'}", INVALID + "Null attribute value types must have the value of true"),
        both("{'SS':[]}", INVALID + "An string set  may not be empty"),
        both("{'SS':[null]}", INVALID + "An string set  may not be empty"),
        both("{'NS':[]}", INVALID + "An number set  may not be empty"),
        both("{'BS':[]}", INVALID + "Binary sets should not be empty"),
        row(
            "{'SS':['a','b','a']}",
            INVALID + "Input collection [\"a\", \"b\", \"a\"] contains duplicates.",
            INVALID + "Input collection [a, b, a] contains duplicates."),
        row(
            "{'SS':['','']}",
            INVALID + "Input collection [\"\", \"\"] contains duplicates.",
            INVALID + "Input collection [, ] contains duplicates."),
        both("{'NS':['1','1.0']}", "Input collection contains duplicates"),
        row(
            "{'BS':['Yg==','Yg==']}",
            INVALID + "Input collection [\"Yg==\", \"Yg==\"]of type BS contains duplicates.",
            INVALID + "Input collection [Yg==, Yg==]of type BS contains duplicates."),
        both("{'S':'a','BOOL':true}", SEVERAL),
        both("{'S':'a','N':'1','B':'AAAA'}", SEVERAL));
  }

  @ParameterizedTest
  @MethodSource
  void reportsTheFirstFaultInTheOrderGiven(String json, String fault) throws IOException {
    assertThat(read(json, Wording.OLDER).fault()).isEqualTo(fault);
  }

  static Stream<Arguments> reportsTheFirstFaultInTheOrderGiven() {
    return Stream.of(
        row("{'S':'a','N':'b'}", NOT_NUMERIC + ": b"),
        row("{'N':'b','S':'a'}", NOT_NUMERIC + ": b"),
        row("{'NULL':true,'SS':[],'N':'b'}", INVALID + "An string set  may not be empty"),
        row("{'N':'b','SS':[]}", NOT_NUMERIC + ": b"),
        row("{'NS':['1','1','x']}", NOT_NUMERIC + ": x"),
        row("{'N':'" + NINES + "E200'}", OVERFLOW),
        row("{'N':'" + NINES + "E-200'}", UNDERFLOW),
        row("{'M':{'a':{'L':[{}]},'b':{'N':'x'}}}", EMPTY),
        row("{'L':[{'S':'a','N':'1'}],'N':'x'}", SEVERAL));
  }

  @Test
  void takesTheLastOfRepeatedDescriptorsAndNames() throws IOException {
    assertThat(read("{'N':'x','N':'1'}", Wording.NEWER).fault()).isNull();
    assertThat(read("{'N':'1','N':'x'}", Wording.NEWER).fault()).isEqualTo(NOT_NUMERIC + ": x");
    assertThat(read("{'M':{'a':{},'a':{'S':''}}}", Wording.NEWER).fault()).isNull();
    assertThat(read("{'M':{'a':{},'b':{'N':'x'},'a':{'S':''}}}", Wording.NEWER).fault())
        .isEqualTo(NOT_NUMERIC + ": x");
  }

  /** data-model.md §3; that a name's fault comes before its value's is inferred. */
  @Test
  void rejectsEmptyAndTooLongNamesAtAnyLevel() throws IOException {
    String tooLong = "Attribute name is too large, must be less than 65536 bytes";
    String name = "n".repeat(65_535);

    assertThat(readMap("{'%s':{'S':'x'}}".formatted(name)).fault()).isNull();
    assertThat(readMap("{'%sn':{'S':'x'}}".formatted(name)).fault()).isEqualTo(tooLong);
    assertThat(readMap("{'a':{'M':{'%sn':{}}}}".formatted(name)).fault()).isEqualTo(tooLong);
    assertThat(readMap("{'':{'S':'x'}}").fault()).isEqualTo("Empty attribute name");
    assertThat(readMap("{'a':{'L':[{'M':{'':{'S':'x'}}}]}}").fault())
        .isEqualTo("Empty attribute name");
  }

  @Test
  void keepsTheFirstFaultyNameOfMaps() throws IOException {
    AttributeMap map = readMap("{'a':{'S':'x'},'b':{'M':{'c':{}}},'d':{'N':'x'}}");

    assertThat(map.hasFault()).isTrue();
    assertThat(map.faultyName()).isEqualTo("b");
    assertThat(map.fault()).isEqualTo(EMPTY);
    assertThat(map.values()).containsOnlyKeys("a", "b", "d");
  }

  static CheckedValue read(String json, Wording wording) throws IOException {
    try (JsonParser parser = parser(json)) {
      CheckedValue value = new AttributeReader(parser, wording).readValue(Place.ELEMENT);
      WireJson.drain(parser);
      return value;
    }
  }

  static AttributeMap readMap(String json) throws IOException {
    try (JsonParser parser = parser(json)) {
      return new AttributeReader(parser, Wording.NEWER).readMap(Place.MEMBER);
    }
  }

  private static JsonParser parser(String json) throws IOException {
    JsonParser parser = WireJson.parser(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    parser.nextToken();
    return parser;
  }

  private static Arguments both(String json, String fault) {
    return Arguments.of(json, fault, fault);
  }

  private static Arguments row(Object... cells) {
    return Arguments.of(cells);
  }
}
