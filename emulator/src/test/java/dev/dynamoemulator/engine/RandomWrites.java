package dev.dynamoemulator.engine;

import dev.dynamoemulator.operation.item.ItemsFixture;
import java.util.Random;

/** Writes of every kind to a few items, in and out of indexes on {@code gpk} and {@code gsk}. */
final class RandomWrites {

  private static final int ITEMS = 24;

  private RandomWrites() {}

  static void write(ItemsFixture items, String tableName, Random random) {
    String key = key(random);
    String table = "'TableName':'" + tableName + "'";
    switch (random.nextInt(6)) {
      case 0 -> items.call("DeleteItem", "{" + table + ",'Key':{" + key + "}}");
      case 1 ->
          items.call(
              "UpdateItem",
              "{"
                  + table
                  + ",'Key':{"
                  + key
                  + "},'UpdateExpression':'SET gpk = :g ADD gsk :one',"
                  + "'ExpressionAttributeValues':{':g':{'S':'"
                  + partition(random)
                  + "'},':one':{'N':'1'}}}");
      case 2 ->
          items.call(
              "UpdateItem", "{" + table + ",'Key':{" + key + "},'UpdateExpression':'REMOVE gpk'}");
      case 3 -> items.call("BatchWriteItem", batch(tableName, random));
      case 4 -> items.call("TransactWriteItems", transaction(tableName, random));
      default -> items.call("PutItem", "{" + table + ",'Item':{" + item(key, random) + "}}");
    }
  }

  private static String batch(String tableName, Random random) {
    int first = random.nextInt(ITEMS / 2);
    return "{'RequestItems':{'%s':[{'PutRequest':{'Item':{%s}}},{'DeleteRequest':{'Key':{%s}}}]}}"
        .formatted(tableName, item(key(first), random), key(first + ITEMS / 2));
  }

  private static String transaction(String tableName, Random random) {
    int first = random.nextInt(ITEMS / 2);
    return "{'TransactItems':[{'Put':{'TableName':'%1$s','Item':{%2$s}}},{'Delete':{'TableName':'%1$s','Key':{%3$s}}}]}"
        .formatted(tableName, item(key(first + ITEMS / 2), random), key(first));
  }

  private static String item(String key, Random random) {
    return key
        + (random.nextBoolean() ? ",'gpk':{'S':'" + partition(random) + "'}" : "")
        + (random.nextBoolean() ? ",'gsk':{'N':'" + random.nextInt(5) + "'}" : "")
        + ",'v':{'N':'"
        + random.nextInt(3)
        + "'}";
  }

  static String partition(Random random) {
    return "g" + random.nextInt(3);
  }

  private static String key(Random random) {
    return key(random.nextInt(ITEMS));
  }

  private static String key(int number) {
    return "'pk':{'S':'" + number + "'}";
  }
}
