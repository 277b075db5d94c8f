package dev.dynamoemulator.bench;

/** The tables that the rows work on. */
final class Tables {

  static final String USERS = "users";
  static final String SMALL = "small";
  static final String ORDERS = "orders";
  static final String SCANNED = "scanned";
  static final String INDEXED = "indexed";

  /** What CreateTable takes for a table with a partition key only. */
  static final String PARTITION_KEY_ONLY =
      "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],"
          + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}]";

  /** Items in each of the small partitions of {@link #ORDERS}. */
  static final int PARTITION_ITEMS = 50;

  static final int PARTITIONS = 100;

  /** A partition that is 100 times larger. */
  static final String LARGE_PARTITION = "large";

  static final int LARGE_PARTITION_ITEMS = 100 * PARTITION_ITEMS;

  static final int SCANNED_ITEMS = 1000;

  private static final String WITH_SORT_KEY =
      "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},"
          + "{\"AttributeName\":\"sk\",\"AttributeType\":\"N\"},"
          + "{\"AttributeName\":\"group\",\"AttributeType\":\"S\"}],"
          + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},"
          + "{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}],"
          + "\"GlobalSecondaryIndexes\":["
          + index("byGroup", "group")
          + "]";

  private static final String WITH_INDEXES_AND_STREAM =
      "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},"
          + "{\"AttributeName\":\"group\",\"AttributeType\":\"S\"},"
          + "{\"AttributeName\":\"tenth\",\"AttributeType\":\"N\"}],"
          + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
          + "\"GlobalSecondaryIndexes\":["
          + index("byGroup", "group")
          + ","
          + index("byTenth", "tenth")
          + "],\"StreamSpecification\":{\"StreamEnabled\":true,"
          + "\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}";

  private Tables() {}

  /**
   * Makes and fills all of them.
   *
   * @param items the number of items in {@link #USERS} and {@link #SMALL}
   */
  static void fill(Client client, int items) {
    Fill.create(client, USERS, PARTITION_KEY_ONLY);
    Fill.put(client, USERS, items, number -> Items.item(number, Items.LARGE));
    Fill.create(client, SMALL, PARTITION_KEY_ONLY);
    Fill.put(client, SMALL, items, number -> Items.item(number, Items.SMALL));
    Fill.create(client, ORDERS, WITH_SORT_KEY);
    for (int i = 0; i < PARTITIONS; i++) {
      int first = i * PARTITION_ITEMS;
      String partition = partition(i);
      Fill.put(
          client,
          ORDERS,
          PARTITION_ITEMS,
          number -> Items.item(partition, first + number, Items.MIDDLE));
    }
    Fill.put(
        client,
        ORDERS,
        LARGE_PARTITION_ITEMS,
        number -> Items.item(LARGE_PARTITION, 1_000_000 + number, Items.MIDDLE));
    Fill.create(client, SCANNED, PARTITION_KEY_ONLY);
    Fill.put(client, SCANNED, SCANNED_ITEMS, number -> Items.item(number, Items.MIDDLE));
    Fill.create(client, INDEXED, WITH_INDEXES_AND_STREAM);
  }

  static String partition(int number) {
    return "customer#" + number;
  }

  private static String index(String name, String attribute) {
    return "{\"IndexName\":\""
        + name
        + "\",\"KeySchema\":[{\"AttributeName\":\""
        + attribute
        + "\",\"KeyType\":\"HASH\"}],\"Projection\":{\"ProjectionType\":\"ALL\"}}";
  }
}
