package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, it ends soon and in an answer. */
class HostileBodyTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int MEGABYTE = 1 << 20;

  private static final List<String> BODIES =
      List.of(
          "{'TableName':'t','Item':{'a':{'S':'x\\u00e4'},'b':{'N':'-1.5e3'},'c':{'B':'AAEC'},"
              + "'d':{'L':[{'BOOL':true},{'NULL':true},{'SS':['a']}]},'e':{'M':{'f':{'NS':['1',"
              + "'2']},'g':{'BS':['AQ==']}}}},'Expected':{'a':{'Exists':false}}}",
          "{'RequestItems':{'t':{'Keys':[{'a':{'S':'x'}}],'ConsistentRead':'yes'}}}",
          "{'RequestItems':{'t':[{'PutRequest':{'Item':{'a':{'S':'x'}}}},{'DeleteRequest':{}}]}}",
          "{'TableName':'abc','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
              + "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],'ProvisionedThroughput':"
              + "{'ReadCapacityUnits':1,'WriteCapacityUnits':2.5}}",
          "{'TransactItems':[{'Put':{'TableName':'t','Item':{}}},{'Update':{}}]}");

  private static final byte[] CHANGES =
      "{}[]\":,01ex\\t \u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

  private static final List<String> OPERATIONS =
      List.of("PutItem", "BatchGetItem", "BatchWriteItem", "CreateTable", "TransactWriteItems");

  @Test
  void endsInAnAnswerWhateverTheBytes() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      answer(body, random);
    }
  }

  @Test
  void endsInAnAnswerWhateverIsChangedInAnOrderlyBody() {
    Random random = new Random(11);
    for (int round = 0; round < 15_000; round++) {
      String json = BODIES.get(random.nextInt(BODIES.size()));
      byte[] body = bytes(json);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int place = random.nextInt(body.length);
        body[place] =
            random.nextBoolean()
                ? body[random.nextInt(body.length)]
                : CHANGES[random.nextInt(CHANGES.length)];
      }
      answer(body, random);
    }
  }

  @Test
  void endsInAnAnswerWhereverTheBodyStops() {
    Random random = new Random(13);
    for (String json : BODIES) {
      byte[] whole = bytes(json);
      for (int length = 0; length < whole.length; length++) {
        byte[] body = Arrays.copyOf(whole, length);
        for (String operation : OPERATIONS) {
          assertThat(failure(operation, body).code()).isEqualTo(ErrorCode.SERIALIZATION);
        }
      }
      answer(whole, random);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"Item\":{\"a\":{\"L\":[{\"L\":["})
  void refusesBottomlessNesting(String opening) {
    byte[] body =
        ("{\"Item\":{\"a\":{\"L\":[" + opening.repeat(200_000)).getBytes(StandardCharsets.UTF_8);

    assertTimeout(SOON, () -> assertThat(failure("PutItem", body).getMessage()).isNull());
  }

  @Test
  void readsValuesNestedFarBeyondWhatAnItemMayBe() {
    int levels = WireJson.MAX_NESTING / 2 - 10;
    String json = "{'L':[".repeat(levels) + "{'S':'a'}" + "]}".repeat(levels);
    Struct input =
        RequestDecoderTest.decode("PutItem", "{'TableName':'t','Item':{'a':" + json + "}}");

    assertThat(input.attributeMap("Item").depth()).isEqualTo(levels + 1);
  }

  @Test
  void treatsNestingBeyondTheParserAsMalformed() {
    int levels = WireJson.MAX_NESTING / 2 + 1;
    String json = "{'L':[".repeat(levels) + "{'S':'a'}" + "]}".repeat(levels);

    assertThat(failure("PutItem", bytes("{'Item':{'a':" + json + "}}")).getMessage()).isNull();
  }

  @Test
  void readsEndlessNumbersSoon() {
    String digits = "9".repeat(4 * MEGABYTE);

    assertTimeout(
        SOON,
        () -> {
          Struct item =
              RequestDecoderTest.decode("PutItem", "{'Item':{'a':{'N':'" + digits + "'}}}");
          assertThat(item.attributeMap("Item").fault()).startsWith("Number overflow.");
          Struct whole = RequestDecoderTest.decode("Scan", "{'Limit':" + digits + "}");
          assertThat(whole.integer("Limit")).isEqualTo(Integer.MAX_VALUE);
          Struct fraction = RequestDecoderTest.decode("Scan", "{'Limit':1." + digits + "}");
          assertThat(fraction.integer("Limit")).isBetween(1, 2);
          Struct exponent = RequestDecoderTest.decode("Scan", "{'Limit':-1e" + digits + "}");
          assertThat(exponent.integer("Limit")).isEqualTo(Integer.MIN_VALUE);
          RequestDecoderTest.decode("Scan", "{'Unknown':" + digits + "}");
          assertThat(failure("Scan", bytes("{'TableName':" + digits + "}")))
              .hasMessage("NUMBER_VALUE cannot be converted to String");
        });
  }

  @Test
  void readsLongNamesAndTextsSoon() {
    String text = "a".repeat(4 * MEGABYTE);

    assertTimeout(
        SOON,
        () -> {
          Struct input =
              RequestDecoderTest.decode(
                  "PutItem", "{'TableName':'" + text + "','Item':{'" + text + "':{'S':''}}}");
          assertThat(input.attributeMap("Item").values()).containsOnlyKeys(text);
          assertThat(
                  ConstraintsMessagesTest.message(
                      "GetItem", "{'Key':{},'TableName':'" + text + "'}", Wording.NEWER))
              .endsWith("less than or equal to 255");
        });
  }

  /** A pattern that backtracks must not be tried on what is too long anyway. */
  @Test
  void checksPatternsOfLongTextsSoon() {
    String text = "a".repeat(MEGABYTE) + "!";
    String json = "{'TableArn':'x','S3Bucket':'" + text + "'}";

    assertTimeout(
        SOON,
        () ->
            assertThat(
                    ConstraintsMessagesTest.message(
                        "ExportTableToPointInTime", json, Wording.NEWER))
                .startsWith("1 validation error detected: ")
                .endsWith("less than or equal to 255"));
  }

  @Test
  void readsManyMembersAndRepetitionsSoon() {
    String names =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "'n" + i + "':{'N':'" + i + "'}")
            .collect(Collectors.joining(","));
    String repeated = "'a':{'S':'x'},".repeat(50_000) + "'a':{'S':'y'}";
    String members =
        IntStream.range(0, 50_000).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));

    assertTimeout(
        SOON,
        () -> {
          assertThat(item("{" + names + "}").size()).isEqualTo(50_000);
          assertThat(item("{" + repeated + "}").size()).isEqualTo(1);
          assertThat(item("{'s':{'NS':[" + members + "]},'t':{'SS':[" + members + "]}}").size())
              .isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "c328", "e28228", "f0288cbc", "80"})
  void treatsWhatIsNotUtf8AsMalformed(String hex) {
    byte[] wrong = HexFormat.of().parseHex(hex);
    byte[] body = bytes("{'TableName':'______'}");
    System.arraycopy(wrong, 0, body, 14, wrong.length);

    assertThat(failure("GetItem", body).getMessage()).isNull();
  }

  @Test
  void treatsOtherEncodingsAsMalformed() {
    byte[] body = "{\"TableName\":\"t\"}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(failure("GetItem", body).getMessage()).isNull();
  }

  private static Map<String, ?> item(String json) {
    return RequestDecoderTest.decode("PutItem", "{'Item':" + json + "}")
        .attributeMap("Item")
        .values();
  }

  private static void answer(byte[] body, Random random) {
    String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
    Wording wording = random.nextBoolean() ? Wording.NEWER : Wording.OLDER;
    try {
      Struct input = RequestDecoder.decode(ShapeTable.standard().input(operation), body, wording);
      Constraints.check(input, operation, wording);
    } catch (DynamoDbException e) {
      assertThat(e.code()).isIn(ErrorCode.SERIALIZATION, ErrorCode.VALIDATION);
      return;
    }
    assertThat(WellFormedJson.is(body)).isTrue();
  }

  private static DynamoDbException failure(String operation, byte[] body) {
    return catchThrowableOfType(
        DynamoDbException.class,
        () -> RequestDecoder.decode(ShapeTable.standard().input(operation), body, Wording.NEWER));
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
