package dev.dynamoemulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.protocol.SampleRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** A whole emulator that is called with JSON, with a clock that is set by hand. */
public final class EmulatorFixture implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");
  public static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  private static final ObjectMapper JSON = new ObjectMapper();

  public final Emulator emulator;

  private EmulatorFixture(Emulator emulator) {
    this.emulator = emulator;
  }

  public static EmulatorFixture start() {
    return start(EmulatorOptions.builder());
  }

  /** Transient states last two seconds. */
  public static EmulatorFixture delayed() {
    return start(EmulatorOptions.builder().delayTransientStatuses(true));
  }

  public static EmulatorFixture start(EmulatorOptions.Builder options) {
    Emulator emulator = Emulator.start(options.idSeed(1).build());
    emulator.clock().fix(START);
    return new EmulatorFixture(emulator);
  }

  /** Calls an operation with single-quoted JSON. */
  public JsonNode call(String operation, String input, Object... arguments) {
    JsonNode answer = answer(request(operation, input.formatted(arguments)));
    if (answer.has("__type")) {
      throw new AssertionError(operation + " failed: " + answer);
    }
    return answer;
  }

  /** The code and message of the error with which an operation answers. */
  public String error(String operation, String input, Object... arguments) {
    JsonNode answer = failure(operation, input, arguments);
    String message = answer.has("message") ? "message" : "Message";
    return answer.get("__type").asText().replaceFirst(".*#", "")
        + " "
        + answer.path(message).asText();
  }

  /** The whole error with which an operation answers. */
  public JsonNode failure(String operation, String input, Object... arguments) {
    JsonNode answer = answer(request(operation, input.formatted(arguments)));
    if (!answer.has("__type")) {
      throw new AssertionError(operation + " succeeded: " + answer);
    }
    return answer;
  }

  public static SampleRequest request(String operation, String input) {
    return SampleRequest.of(operation).body(input.replace('\'', '"'));
  }

  public JsonNode answer(SampleRequest request) {
    try (WireResponse response = emulator.dispatcher().dispatch(request.build())) {
      return JSON.readTree(response.bodyText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void advance(int seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));
  }

  /** Creates an on-demand table with the partition key {@code pk}. */
  public void createTable(String tableName) {
    createTable(tableName, "'BillingMode':'PAY_PER_REQUEST'");
  }

  /** Creates a table with the partition key {@code pk} and the members given. */
  public void createTable(String tableName, String members) {
    call("CreateTable", definition(tableName, members));
  }

  public static String definition(String tableName, String members) {
    return """
        {'TableName':'%s','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],%s}
        """
        .formatted(tableName, members);
  }

  /** Creates an on-demand table with the keys pk and sk, and the index {@code byG} on g. */
  public void createIndexedTable(String tableName, String members) {
    call(
        "CreateTable",
        """
        {'TableName':'%s',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'sk','AttributeType':'S'},{'AttributeName':'g','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
           {'AttributeName':'sk','KeyType':'RANGE'}],%s}
        """,
        tableName,
        members);
  }

  /** Puts an item whose attribute {@code v} has that value. */
  public void put(String tableName, String partitionKey, String value) {
    call("PutItem", putInput(tableName, partitionKey, value));
  }

  public static String putInput(String tableName, String partitionKey, String value) {
    return "{'TableName':'%s','Item':{'pk':{'S':'%s'},'v':{'S':'%s'}}}"
        .formatted(tableName, partitionKey, value);
  }

  @Override
  public void close() {
    emulator.close();
  }
}
