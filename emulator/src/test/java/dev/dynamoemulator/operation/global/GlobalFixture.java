package dev.dynamoemulator.operation.global;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An emulator whose regions are called with single-quoted JSON, and whose clock is set by hand.
 * Requests that name no region go to {@link #EAST}.
 */
public final class GlobalFixture implements AutoCloseable {

  public static final String EAST = "us-east-1";
  public static final String OHIO = "us-east-2";
  public static final String WEST = "us-west-2";

  /** A region of another account: {@link #in}. */
  private static final String OF_ACCOUNT = "@";

  /** The time at the start; requests are dated by it. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATE = "20260301";

  public final Emulator emulator;

  public GlobalFixture(EmulatorOptions options) {
    emulator = Emulator.start(options);
    emulator.clock().fix(START);
  }

  public static GlobalFixture create() {
    return new GlobalFixture(EmulatorOptions.builder().build());
  }

  public static GlobalFixture lagging(Duration lag) {
    return new GlobalFixture(EmulatorOptions.builder().replicationLag(lag).build());
  }

  /** Tables stay two seconds in their transient states. */
  static GlobalFixture delayed() {
    return new GlobalFixture(EmulatorOptions.builder().delayTransientStatuses(true).build());
  }

  /** Names a region of an account other than 000000000000, to be called like the others. */
  static String in(String account, String region) {
    return account + OF_ACCOUNT + region;
  }

  public void advance(Duration duration) {
    emulator.clock().advance(duration);
  }

  public JsonNode call(String region, String operation, String input, Object... arguments) {
    try (WireResponse response = send(region, operation, input.formatted(arguments))) {
      if (response.status() != 200) {
        throw new AssertionError(operation + " failed: " + response.bodyText());
      }
      return tree(response.bodyText());
    }
  }

  /** The code and message of the error with which an operation answers. */
  public String error(String region, String operation, String input, Object... arguments) {
    try (WireResponse response = send(region, operation, input.formatted(arguments))) {
      if (response.status() == 200) {
        throw new AssertionError(operation + " succeeded: " + response.bodyText());
      }
      JsonNode error = tree(response.bodyText());
      String type = error.get("__type").asText();
      return type.substring(type.indexOf('#') + 1) + " " + error.path("message").asText();
    }
  }

  private WireResponse send(String called, String operation, String input) {
    String[] accountAndRegion =
        (called.contains(OF_ACCOUNT) ? called : in("000000000000", called)).split(OF_ACCOUNT);
    byte[] body = input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    boolean isOfStreams = operation.contains("Stream") && !operation.contains("Kinesis");
    boolean isOfRecords = operation.equals("GetRecords") || operation.equals("GetShardIterator");
    String target = isOfStreams || isOfRecords ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.";
    WireRequest.Headers headers =
        name ->
            switch (name.toLowerCase(java.util.Locale.ROOT)) {
              case "x-amz-target" -> target + operation;
              case "x-amz-date" -> DATE + "T120000Z";
              case "content-type" -> "application/x-amz-json-1.0";
              case "authorization" ->
                  "AWS4-HMAC-SHA256 Credential="
                      + accountAndRegion[0]
                      + "/"
                      + DATE
                      + "/"
                      + accountAndRegion[1]
                      + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
              default -> null;
            };
    return emulator.dispatcher().dispatch(new WireRequest("POST", "/", null, headers, body));
  }

  /** JSON in single quotes as a tree. */
  static JsonNode json(String text) {
    return tree(text.replace('\'', '"'));
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates an on-demand table with the partition key {@code pk}. */
  public void create(String region, String tableName) {
    create(region, tableName, "'BillingMode':'PAY_PER_REQUEST'");
  }

  void create(String region, String tableName, String members) {
    call(
        region,
        "CreateTable",
        """
        {'TableName':'%s',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],%s}
        """,
        tableName,
        members);
  }

  /** Creates a table in the east and replicas of it in other regions. */
  public void createGlobal(String tableName, String... others) {
    create(EAST, tableName);
    for (String other : others) {
      update(EAST, tableName, addReplica(other));
    }
  }

  /** Creates a table that is strongly consistent over three regions. */
  void createStrong(String tableName) {
    create(EAST, tableName);
    update(EAST, tableName, strong(OHIO, WEST));
  }

  static String strong(String... regions) {
    List<String> actions = new ArrayList<>();
    for (String region : regions) {
      actions.add("{'Create':{'RegionName':'" + region + "'}}");
    }
    return "'ReplicaUpdates':[" + String.join(",", actions) + "],'MultiRegionConsistency':'STRONG'";
  }

  static String addReplica(String region) {
    return "'ReplicaUpdates':[{'Create':{'RegionName':'" + region + "'}}]";
  }

  static String deleteReplica(String region) {
    return "'ReplicaUpdates':[{'Delete':{'RegionName':'" + region + "'}}]";
  }

  /** The description with which UpdateTable answers. */
  public JsonNode update(String region, String tableName, String members) {
    return call(region, "UpdateTable", "{'TableName':'" + tableName + "'," + members + "}")
        .get("TableDescription");
  }

  String updateError(String region, String tableName, String members) {
    return error(region, "UpdateTable", "{'TableName':'" + tableName + "'," + members + "}");
  }

  JsonNode describe(String region, String tableName) {
    return call(region, "DescribeTable", "{'TableName':'%s'}", tableName).get("Table");
  }

  /** Region and status of each replica that the region's table lists. */
  List<String> replicas(String region, String tableName) {
    return replicas(describe(region, tableName));
  }

  static List<String> replicas(JsonNode table) {
    List<String> replicas = new ArrayList<>();
    table
        .path("Replicas")
        .forEach(
            replica ->
                replicas.add(
                    replica.get("RegionName").asText()
                        + " "
                        + replica.get("ReplicaStatus").asText()));
    return replicas;
  }

  List<String> tables(String region) {
    List<String> names = new ArrayList<>();
    call(region, "ListTables", "{}").get("TableNames").forEach(name -> names.add(name.asText()));
    return names;
  }

  public void put(String region, String tableName, String partitionKey, String value) {
    call(region, "PutItem", putOf(tableName, partitionKey, value));
  }

  static String putOf(String tableName, String partitionKey, String value) {
    return "{'TableName':'%s','Item':{'pk':{'S':'%s'},'v':{'S':'%s'}}}"
        .formatted(tableName, partitionKey, value);
  }

  public void delete(String region, String tableName, String partitionKey) {
    call(
        region,
        "DeleteItem",
        "{'TableName':'%s','Key':{'pk':{'S':'%s'}}}",
        tableName,
        partitionKey);
  }

  /** The attribute {@code v} of an item; null when there is no such item. */
  public String get(String region, String tableName, String partitionKey) {
    JsonNode item = item(region, tableName, partitionKey);
    return item == null ? null : item.at("/v/S").asText();
  }

  JsonNode item(String region, String tableName, String partitionKey) {
    return call(
            region,
            "GetItem",
            "{'TableName':'%s','ConsistentRead':true,'Key':{'pk':{'S':'%s'}}}",
            tableName,
            partitionKey)
        .get("Item");
  }

  int count(String region, String tableName) {
    return call(region, "Scan", "{'TableName':'%s','Select':'COUNT'}", tableName)
        .get("Count")
        .asInt();
  }

  /** The records of the table's only shard. */
  List<JsonNode> records(String region, String tableName) {
    String arn = describe(region, tableName).get("LatestStreamArn").asText();
    String shard =
        call(region, "DescribeStream", "{'StreamArn':'%s'}", arn)
            .at("/StreamDescription/Shards/0/ShardId")
            .asText();
    String iterator =
        call(
                region,
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}",
                arn,
                shard)
            .get("ShardIterator")
            .asText();
    List<JsonNode> records = new ArrayList<>();
    call(region, "GetRecords", "{'ShardIterator':'%s'}", iterator)
        .get("Records")
        .forEach(records::add);
    return records;
  }

  /** Event, key and value of the newest image, such as {@code MODIFY a=2}. */
  static String summary(JsonNode record) {
    JsonNode change = record.get("dynamodb");
    JsonNode image = change.has("NewImage") ? change.get("NewImage") : change.get("OldImage");
    return record.get("eventName").asText()
        + " "
        + change.at("/Keys/pk/S").asText()
        + "="
        + image.at("/v/S").asText();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
