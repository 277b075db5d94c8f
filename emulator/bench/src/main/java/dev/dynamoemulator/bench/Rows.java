package dev.dynamoemulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** All rows there are, over tables with a given number of items. */
final class Rows {

  private static final int REQUESTS = 10_000;
  private static final int LARGE_REQUESTS = 400;
  private static final int SEGMENTS = 4;

  /** Keys from here on are put and deleted again. */
  private static final int FIRST_PASSING_KEY = 2_000_000;

  private final int items;

  Rows(int items) {
    this.items = items;
  }

  List<Row> all() {
    return List.of(
        new CreateTableRow(),
        row("GetItem", "\"Item\":{", this::getItem),
        putRow("PutItem 1 KB", Tables.USERS),
        row("UpdateItem counter", "UpdateItem", "\"Attributes\":{", this::updateItem),
        new RequestRow("DeleteItem", "DeleteItem", "{}", false, this::deleteItems),
        row("Query 50 of 50", "Query", "\"Count\":50", this::query),
        row("Query 50 through a GSI", "Query", "\"Count\":50", this::queryIndex),
        row("Query pages of 50 of 5,000", "Query", "\"Count\":50", this::queryPage),
        largeRow("Scan 1,000, filter a tenth", "Scan", "\"Count\":100", number -> scan()),
        largeRow("Scan 1,000 in 4 segments", "Scan", "\"ScannedCount\":", this::scanSegment),
        largeRow("BatchGetItem 100", "BatchGetItem", "\"Responses\":{", number -> batchGet()),
        largeRow(
            "BatchWriteItem 25", "BatchWriteItem", "\"UnprocessedItems\":{}", this::batchWrite),
        row("TransactWriteItems 4", "TransactWriteItems", "{}", this::transactWrite),
        row("TransactGetItems 4", "TransactGetItems", "\"Responses\":[", this::transactGet),
        row("PartiQL select", "ExecuteStatement", "\"Items\":[{", this::select),
        new RequestRow("PartiQL insert", "ExecuteStatement", "{", false, Rows::inserts),
        new RequestRow("GetRecords 100", "GetRecords", "\"Records\":[{", true, Rows::getRecords),
        putRow("PutItem, 2 GSIs and a stream", Tables.INDEXED));
  }

  private Row row(String name, String marker, IntFunction<String> body) {
    return row(name, name, marker, body);
  }

  private Row row(String name, String operation, String marker, IntFunction<String> body) {
    return new RequestRow(
        name, operation, marker, true, (client, run) -> bodies(operation, REQUESTS, run, body));
  }

  /** Every put changes the item that is there, as one that does not would leave indexes alone. */
  private Row putRow(String name, String table) {
    return new RequestRow(
        name,
        "PutItem",
        "{}",
        true,
        (client, run) -> {
          List<Request> requests = new ArrayList<>();
          for (int size : new int[] {Items.LARGE, Items.LARGE + 1}) {
            requests.addAll(
                bodies(
                    "PutItem",
                    Math.min(items, REQUESTS),
                    run,
                    number -> putItem(table, number, size)));
          }
          return requests;
        });
  }

  private Row largeRow(String name, String operation, String marker, IntFunction<String> body) {
    return new RequestRow(
        name,
        operation,
        marker,
        true,
        (client, run) -> bodies(operation, LARGE_REQUESTS, run, body));
  }

  /** Requests with the numbers of items in an order of their own, none of them twice in a row. */
  private List<Request> bodies(String operation, int count, int run, IntFunction<String> body) {
    List<Request> requests = new ArrayList<>(count);
    int start = new Random(run).nextInt(items);
    for (int i = 0; i < count; i++) {
      requests.add(new Request(operation, body.apply((int) ((start + i * 7919L) % items))));
    }
    return requests;
  }

  private String getItem(int number) {
    return "{\"TableName\":\"users\",\"Key\":{\"pk\":" + Items.key(number) + "}}";
  }

  private static String putItem(String table, int number, int size) {
    return "{\"TableName\":\"" + table + "\",\"Item\":" + Items.item(number, size) + "}";
  }

  private String updateItem(int number) {
    return "{\"TableName\":\"small\",\"Key\":{\"pk\":"
        + Items.key(number)
        + "},\"UpdateExpression\":\"SET n = n + :one\","
        + "\"ConditionExpression\":\"attribute_exists(pk) AND n >= :zero\","
        + "\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"},\":zero\":{\"N\":\"0\"}},"
        + "\"ReturnValues\":\"UPDATED_NEW\"}";
  }

  private List<Request> deleteItems(Client client, int run) {
    Fill.put(
        client,
        Tables.SMALL,
        REQUESTS,
        number -> Items.item(FIRST_PASSING_KEY + number, Items.SMALL));
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String key = Items.key(FIRST_PASSING_KEY + i);
      requests.add(
          new Request("DeleteItem", "{\"TableName\":\"small\",\"Key\":{\"pk\":" + key + "}}"));
    }
    return requests;
  }

  private String query(int number) {
    return "{\"TableName\":\"orders\",\"KeyConditionExpression\":\"pk = :pk\","
        + "\"ExpressionAttributeValues\":{\":pk\":"
        + Items.string(Tables.partition(number % Tables.PARTITIONS))
        + "}}";
  }

  private String queryIndex(int number) {
    return "{\"TableName\":\"orders\",\"IndexName\":\"byGroup\","
        + "\"KeyConditionExpression\":\"#g = :g\","
        + "\"ExpressionAttributeNames\":{\"#g\":\"group\"},"
        + "\"ExpressionAttributeValues\":{\":g\":"
        + Items.string("group#" + number % Tables.PARTITIONS)
        + "}}";
  }

  private String queryPage(int number) {
    int last = 1_000_000 + number % (Tables.LARGE_PARTITION_ITEMS - Tables.PARTITION_ITEMS);
    String partition = Items.string(Tables.LARGE_PARTITION);
    return "{\"TableName\":\"orders\",\"KeyConditionExpression\":\"pk = :pk\",\"Limit\":50,"
        + "\"ExpressionAttributeValues\":{\":pk\":"
        + partition
        + "},\"ExclusiveStartKey\":{\"pk\":"
        + partition
        + ",\"sk\":"
        + Items.sortKey(last)
        + "}}";
  }

  private String scan() {
    return "{\"TableName\":\"scanned\",\"FilterExpression\":\"tenth = :t\","
        + "\"ExpressionAttributeValues\":{\":t\":{\"N\":\"3\"}}}";
  }

  private String scanSegment(int number) {
    return "{\"TableName\":\"scanned\",\"Segment\":"
        + number % SEGMENTS
        + ",\"TotalSegments\":"
        + SEGMENTS
        + "}";
  }

  private String batchGet() {
    StringBuilder body = new StringBuilder("{\"RequestItems\":{\"small\":{\"Keys\":[");
    for (int i = 0; i < 100; i++) {
      int number = (int) (i * 7919L % items);
      body.append(i == 0 ? "" : ",").append("{\"pk\":").append(Items.key(number)).append('}');
    }
    return body.append("]}}}").toString();
  }

  private String batchWrite(int number) {
    int from = Math.min(number / 25 * 25, items - 25);
    return Fill.batch(Tables.SMALL, from, from + 25, n -> Items.item(n, Items.SMALL));
  }

  private String transactWrite(int number) {
    int first = number / 4 * 4;
    return "{\"TransactItems\":[{\"Put\":{\"TableName\":\"small\",\"Item\":"
        + Items.item(first, Items.SMALL)
        + "}},{\"Put\":{\"TableName\":\"small\",\"Item\":"
        + Items.item(first + 1, Items.SMALL)
        + "}},{\"Update\":{\"TableName\":\"small\",\"Key\":{\"pk\":"
        + Items.key(first + 2)
        + "},\"UpdateExpression\":\"SET n = n + :one\","
        + "\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}}}},"
        + "{\"ConditionCheck\":{\"TableName\":\"small\",\"Key\":{\"pk\":"
        + Items.key(first + 3)
        + "},\"ConditionExpression\":\"attribute_exists(pk)\"}}]}";
  }

  private String transactGet(int number) {
    StringBuilder body = new StringBuilder("{\"TransactItems\":[");
    for (int i = 0; i < 4; i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"Get\":{\"TableName\":\"small\",\"Key\":{\"pk\":")
          .append(Items.key((number + i) % items))
          .append("}}}");
    }
    return body.append("]}").toString();
  }

  private String select(int number) {
    return "{\"Statement\":\"SELECT * FROM \\\"users\\\" WHERE pk = ?\",\"Parameters\":["
        + Items.key(number)
        + "]}";
  }

  private static List<Request> inserts(Client client, int run) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String key = Items.string("inserted#" + run + "#" + i);
      requests.add(
          new Request(
              "ExecuteStatement",
              "{\"Statement\":\"INSERT INTO \\\"small\\\" VALUE {'pk': ?, 'n': ?}\","
                  + "\"Parameters\":["
                  + key
                  + ",{\"N\":\"1\"}]}"));
    }
    return requests;
  }

  private static List<Request> getRecords(Client client, int run) {
    Fill.put(client, Tables.INDEXED, 100, number -> Items.item(run * 100 + number, Items.MIDDLE));
    String stream =
        member(client.succeed("DescribeTable", "{\"TableName\":\"indexed\"}"), "LatestStreamArn");
    String shard =
        member(client.succeed("DescribeStream", "{\"StreamArn\":\"" + stream + "\"}"), "ShardId");
    String iterator =
        member(
            client.succeed(
                "GetShardIterator",
                "{\"StreamArn\":\""
                    + stream
                    + "\",\"ShardId\":\""
                    + shard
                    + "\",\"ShardIteratorType\":\"TRIM_HORIZON\"}"),
            "ShardIterator");
    return List.of(
        new Request("GetRecords", "{\"ShardIterator\":\"" + iterator + "\",\"Limit\":100}"));
  }

  /** The text of a member; the first one of that name. */
  private static String member(String json, String name) {
    int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }
}
