package dev.dynamoemulator.operation.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** An emulator that is called with single-quoted JSON through its dispatcher, without sockets. */
public final class ItemsFixture implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNameLength(Integer.MAX_VALUE).build())
              .build());
  private static final String DATE = "20260301";
  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Amz-Date",
          DATE + "T120000Z",
          "Content-Type",
          "application/x-amz-json-1.0",
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=000000000000/"
              + DATE
              + "/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");

  private final Emulator emulator;

  private ItemsFixture(EmulatorOptions.Builder options) {
    emulator = Emulator.start(options.build());
  }

  /** The newer wording, which is the default. */
  public static ItemsFixture newer() {
    return new ItemsFixture(EmulatorOptions.builder());
  }

  public static ItemsFixture older() {
    return new ItemsFixture(EmulatorOptions.builder().wording(Wording.OLDER));
  }

  public static ItemsFixture with(Limits limits) {
    return new ItemsFixture(EmulatorOptions.builder().limits(limits));
  }

  /** DynamoDB's limits, but for shorter pages of Query and Scan. */
  public static ItemsFixture withPagesOf(int bytes) {
    return with(Limits.DYNAMODB.withPageSize(bytes));
  }

  public static ItemsFixture inDirectory(Path directory) {
    return new ItemsFixture(EmulatorOptions.builder().dbPath(directory));
  }

  /** Moves the clock of the emulator. */
  public void advance(Duration duration) {
    emulator.clock().advance(duration);
  }

  /** Calls an operation that succeeds; single quotes stand for double ones. */
  public JsonNode call(String operation, String input) {
    try (WireResponse response = send(operation, input)) {
      if (response.status() != 200) {
        throw new AssertionError(operation + " failed: " + response.bodyText());
      }
      return read(response);
    }
  }

  /** The HTTP status of the answer. */
  public int status(String operation, String input) {
    try (WireResponse response = send(operation, input)) {
      return response.status();
    }
  }

  /** The body of the answer, be it an error. */
  public JsonNode answer(String operation, String input) {
    try (WireResponse response = send(operation, input)) {
      return read(response);
    }
  }

  /** The body of the error with which an operation answers. */
  public JsonNode error(String operation, String input) {
    try (WireResponse response = send(operation, input)) {
      if (response.status() == 200) {
        throw new AssertionError(operation + " succeeded: " + response.bodyText());
      }
      return read(response);
    }
  }

  /** The message of a ValidationException; of another error its name and message. */
  public String fault(String operation, String input) {
    JsonNode error = error(operation, input);
    String type = error.get("__type").asText();
    String name = type.substring(type.indexOf('#') + 1);
    String message = error.path("message").asText();
    return name.equals("ValidationException") ? message : name + ": " + message;
  }

  private WireResponse send(String operation, String input) {
    byte[] body = input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    WireRequest.Headers headers =
        name ->
            name.equalsIgnoreCase("X-Amz-Target")
                ? "DynamoDB_20120810." + operation
                : HEADERS.get(name);
    return emulator.dispatcher().dispatch(new WireRequest("POST", "/", null, headers, body));
  }

  private static JsonNode read(WireResponse response) {
    try {
      return JSON.readTree(response.bodyText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON in single quotes as a tree, to compare answers with. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Creates an on-demand table.
   *
   * @param key as {@link TableText} reads it
   * @param indexes likewise
   */
  public void create(String tableName, String key, String... indexes) {
    call("CreateTable", TableText.createTable(tableName, key, indexes));
  }

  /** Adds a global index; it is filled when the call returns. */
  public void addIndex(String tableName, String index) {
    call("UpdateTable", TableText.addIndex(tableName, index));
  }

  /** Puts an item, given as the members of its JSON. */
  public void put(String tableName, String attributes) {
    call("PutItem", "{'TableName':'" + tableName + "','Item':{" + attributes + "}}");
  }

  /** The item with the key, given as the members of its JSON; null when there is none. */
  public JsonNode get(String tableName, String key) {
    return call("GetItem", "{'TableName':'" + tableName + "','Key':{" + key + "}}").get("Item");
  }

  @Override
  public void close() {
    emulator.close();
  }
}
