package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.fixtures.FixtureTable;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.fixtures.export.AttributeRules;
import dev.dynamoemulator.fixtures.export.Endpoint;
import dev.dynamoemulator.fixtures.export.TableExport;
import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas beside the sample tables take what the loader takes, and refuse what it refuses. */
class FixtureSchemaTest {

  private static final Path SCHEMAS = Path.of("../fixtures/schema");
  private static final Path SAMPLES = Path.of("../fixtures/tables");
  private static final String TABLE =
      """
      {"TableName": "users", "BillingMode": "PAY_PER_REQUEST",
       "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
       "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
      """;

  @TempDir Path folder;

  private static boolean isValid(String schema, String json) throws IOException {
    Validator validator = new ValidatorFactory().createValidator();
    for (String name : new String[] {"table", "items", "seed"}) {
      validator.registerSchema(uri(name), Files.readString(SCHEMAS.resolve(name + ".schema.json")));
    }
    return validator.validate(uri(schema), json).isValid();
  }

  private static URI uri(String schema) {
    return URI.create("file:///" + schema + ".schema.json");
  }

  private static void assertValid(Path fixtures) throws IOException {
    assertThat(Fixtures.in(fixtures).tables()).isNotEmpty();
    for (FixtureTable table : Fixtures.in(fixtures).tables()) {
      Path files = fixtures.resolve(table.folder());
      assertThat(isValid("table", Files.readString(files.resolve("table.json")))).isTrue();
      assertThat(isValid("items", Files.readString(files.resolve("items.json")))).isTrue();
    }
  }

  @Test
  void takeTheSamples() throws IOException {
    assertValid(SAMPLES);
  }

  @Test
  void takeWhatIsExported() throws IOException {
    try (Emulator emulator = Emulator.start()) {
      emulator.load(Fixtures.samples());
      TableExport export =
          new TableExport(
              new Endpoint(emulator.endpoint(), "us-east-1", Credentials.ANY),
              AttributeRules.of(List.of()));
      for (FixtureTable table : Fixtures.samples().tables()) {
        export.write(table.folder(), folder);
      }
    }

    assertThat(Fixtures.in(folder).tables()).hasSameSizeAs(Fixtures.samples().tables());
    assertValid(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../examples/java/src/test/resources/dev/dynamoemulator/examples/CustomerRepositoryTest",
        "../examples/spring-boot/src/test/resources/dev/dynamoemulator/examples/spring/GreetingsTest",
        "../junit-extension/src/test/resources/dev/dynamoemulator/junit5/TablesAndSeedsTest"
      })
  void takeTheSeedsOfTests(String test) throws IOException {
    assertThat(isValid("seed", Files.readString(Path.of(test + "-seed.json")))).isTrue();
  }

  static Stream<Arguments> goodItems() {
    return Stream.of(
        arguments("no items", "[]"),
        arguments("the answer of a Scan", "{'Items':[{'id':{'S':'a'}}],'Count':1}"),
        arguments("the puts of a batch", "[{'PutRequest':{'Item':{'id':{'S':'a'}}}}]"),
        arguments("plain JSON", "[{'id':'a','n':0.10,'list':[1,null,{'deep':true}]}]"),
        arguments("a plain map with the name of a type", "[{'id':'a','m':{'N':7}}]"),
        arguments("an odd neighbour", "[{'id':'a','n':{'N':'no number, as the item is plain'}}]"),
        arguments(
            "all types",
            "[{'id':{'S':'a'},'n':{'N':'-1.5E-3'},'b':{'B':'AQI='},'ss':{'SS':['x']},"
                + "'ns':{'NS':['1','2']},'bs':{'BS':['AQ==']},'t':{'BOOL':false},"
                + "'u':{'NULL':true},'l':{'L':[{'S':''},{'L':[]}]},'m':{'M':{'k':{'M':{}}}}}]"),
        arguments("short numbers", "[{'id':{'S':'a'},'n':{'NS':['+1.','.5','1e3']}}]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodItems")
  void takeWhatTheLoaderTakes(String name, String items) throws IOException {
    String json = items.replace('\'', '"');

    assertThat(isValid("items", json)).isTrue();
    load(TABLE, json);
  }

  static Stream<Arguments> badItems() {
    return Stream.of(
        arguments("a number", "7"),
        arguments("an object without items", "{}"),
        arguments("items that are no list", "{'Items':{}}"),
        arguments("a number for an item", "[{'id':{'S':'a'}},7]"),
        arguments("an item without attributes", "[{}]"),
        arguments("no number", "[{'id':{'S':'a'},'n':{'N':'7 apples'}}]"),
        arguments("no number deep inside", "[{'id':{'S':'a'},'l':{'L':[{'M':{'n':{'N':''}}}]}}]"),
        arguments("no number in a put", "[{'PutRequest':{'Item':{'id':{'S':'a'},'n':{'N':'x'}}}}]"),
        arguments("bytes that are not base 64", "[{'id':{'S':'a'},'b':{'B':'AQI'}}]"),
        arguments("an empty set", "[{'id':{'S':'a'},'s':{'SS':[]}}]"),
        arguments("a set with a value twice", "[{'id':{'S':'a'},'s':{'NS':['1','1']}}]"),
        arguments("a null that is false", "[{'id':{'S':'a'},'u':{'NULL':false}}]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badItems")
  void refuseTheItemsThatTheLoaderRefuses(String name, String items) throws IOException {
    String json = items.replace('\'', '"');

    assertThat(isValid("items", json)).isFalse();
    assertThatThrownBy(() -> load(TABLE, json)).isInstanceOf(RuntimeException.class);
  }

  static Stream<Arguments> badTables() {
    return Stream.of(
        arguments("no name", "\"TableName\": \"users\",", ""),
        arguments("a short name", "users", "us"),
        arguments("a type of attributes that is no key's", "\"S\"", "\"BOOL\""),
        arguments("an unknown key type", "HASH", "SORT"),
        arguments("an unknown billing mode", "PAY_PER_REQUEST", "FREE"),
        arguments("no key", "[{\"AttributeName\": \"id\", \"KeyType\": \"HASH\"}]", "[]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTables")
  void refuseTheTablesThatTheLoaderRefuses(String name, String part, String instead)
      throws IOException {
    assertThat(isValid("table", TABLE)).isTrue();
    String table = TABLE.replace(part, instead);

    assertThat(isValid("table", table)).isFalse();
    assertThatThrownBy(() -> load(table, "[]")).isInstanceOf(RuntimeException.class);
  }

  private void load(String table, String items) throws IOException {
    Path users = Files.createDirectory(folder.resolve("users"));
    Files.writeString(users.resolve("table.json"), table);
    Files.writeString(users.resolve("items.json"), items);
    EmulatorOptions options = EmulatorOptions.builder().seed(folder).build();
    Emulator.start(options).close();
  }
}
