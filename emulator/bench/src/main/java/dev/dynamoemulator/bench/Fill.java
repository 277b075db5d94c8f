package dev.dynamoemulator.bench;

import java.util.function.IntFunction;

/** Makes tables and fills them. */
final class Fill {

  private static final int BATCH = 25;

  private Fill() {}

  /** Makes a table and returns when it is active. */
  static void create(Client client, String table, String definition) {
    client.succeed("CreateTable", definition(table, definition));
    awaitActive(client, table);
  }

  static String definition(String table, String definition) {
    return "{\"TableName\":\""
        + table
        + "\",\"BillingMode\":\"PAY_PER_REQUEST\","
        + definition
        + "}";
  }

  static void awaitActive(Client client, String table) {
    String request = "{\"TableName\":\"" + table + "\"}";
    while (!client.succeed("DescribeTable", request).contains("\"TableStatus\":\"ACTIVE\"")) {
      Thread.onSpinWait();
    }
  }

  /** Puts so many items into the table, in batches. */
  static void put(Client client, String table, int count, IntFunction<String> item) {
    for (int from = 0; from < count; from += BATCH) {
      client.succeed("BatchWriteItem", batch(table, from, Math.min(from + BATCH, count), item));
    }
  }

  /** The body of a BatchWriteItem that puts items of consecutive numbers. */
  static String batch(String table, int from, int to, IntFunction<String> item) {
    StringBuilder body = new StringBuilder("{\"RequestItems\":{\"").append(table).append("\":[");
    for (int number = from; number < to; number++) {
      body.append(number == from ? "" : ",")
          .append("{\"PutRequest\":{\"Item\":")
          .append(item.apply(number))
          .append("}}");
    }
    return body.append("]}}").toString();
  }
}
