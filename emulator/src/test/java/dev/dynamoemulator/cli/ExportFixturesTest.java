package dev.dynamoemulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.fixtures.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFixturesTest {

  @TempDir Path folder;

  private final Emulator emulator = Emulator.start();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    emulator.close();
  }

  private int export(String... more) {
    String[] arguments = {
      "export-fixtures", "--endpoint", emulator.endpoint().toString(), "--out", folder.toString()
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return new Program(new PrintStream(out), new PrintStream(err), Map.of()).run(all);
  }

  @Test
  void writesTablesThatCanBeLoadedAgain() {
    emulator.load(Fixtures.samples());

    assertThat(export("--table", "Orders", "--table", "AllTypes", "--table", "Movies")).isZero();

    assertThat(out.toString(UTF_8).lines())
        .containsExactly("Orders: 126 items", "AllTypes: 42 items", "Movies: 60 items");
    try (Emulator copy = Emulator.start()) {
      copy.load(Fixtures.in(folder));
      for (String table : new String[] {"Orders", "AllTypes", "Movies"}) {
        String scan = "{\"TableName\":\"" + table + "\"}";
        assertThat(copy.call("Scan", scan)).isEqualTo(emulator.call("Scan", scan));
      }
    }
  }

  @Test
  void makesItemsHarmless() throws IOException {
    emulator.call(
        "CreateTable",
        """
        {"TableName": "users", "BillingMode": "PAY_PER_REQUEST",
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
        """);
    emulator.call(
        "PutItem",
        """
        {"TableName": "users", "Item": {
          "id": {"S": "ada"}, "name": {"S": "Ada L. 7"}, "notes": {"S": "x"},
          "friends": {"L": [{"M": {"mail": {"S": "b@c.de"}, "since": {"N": "3"}}}]},
          "codes": {"NS": ["1", "2"]}}}
        """);

    assertThat(
            export(
                "--table", "users",
                "--rule", "id=hash",
                "--rule", "name=mask",
                "--rule", "notes=drop",
                "--rule", "friends.mail=constant:someone",
                "--rule", "codes=mask",
                "--rule", "absent=drop"))
        .as(err.toString(UTF_8))
        .isZero();

    assertThat(Files.readString(folder.resolve("users/items.json")))
        .isEqualTo(
            "[\n{\"id\":{\"S\":\"fdee430d40bd57deeac186cd\"},\"name\":{\"S\":\"Xxx X. 0\"},"
                + "\"friends\":{\"L\":[{\"M\":{\"mail\":{\"S\":\"someone\"},"
                + "\"since\":{\"N\":\"3\"}}}]},\"codes\":{\"NS\":[\"0\"]}}\n]\n");
  }

  @Test
  void saysWhyNothingIsWritten() {
    assertThat(export("--table", "Absent")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("dynamo-emulator: DescribeTable at http://")
        .contains("status 400")
        .contains("Requested resource not found: Table: Absent not found");
    err.reset();

    assertThat(export("--table", "T", "--rule", "a=shred")).isEqualTo(1);
    assertThat(err.toString(UTF_8).strip())
        .isEqualTo(
            "dynamo-emulator: An attribute is replaced by drop, hash, mask or constant:X, not by"
                + " shred");
    err.reset();

    assertThat(export()).isEqualTo(2);
    assertThat(err.toString(UTF_8).strip()).isEqualTo("dynamo-emulator: --table is required");
  }
}
