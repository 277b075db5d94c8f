package dev.dynamoemulator.bench;

/** The items that are written and read, as JSON. The same numbers give the same items. */
final class Items {

  /** An item of about 1 KB with attributes of the common types. */
  static final int LARGE = 1024;

  /** An item of about 500 B. */
  static final int MIDDLE = 500;

  /** An item of about 100 B. */
  static final int SMALL = 100;

  private static final String TEXT =
      "the quick brown fox jumps over the lazy dog and runs along the river until the sun is down. "
          .repeat(12);

  private Items() {}

  /** An item of a table with a partition key only. */
  static String item(int number, int size) {
    return "{\"pk\":" + key(number) + attributes(number, size - 20) + "}";
  }

  /** An item of a table with a sort key. */
  static String item(String partition, int number, int size) {
    return "{\"pk\":"
        + string(partition)
        + ",\"sk\":"
        + sortKey(number)
        + attributes(number, size - partition.length() - 10)
        + "}";
  }

  static String key(int number) {
    return string("user#" + (1_000_000 + number));
  }

  static String sortKey(int number) {
    return "{\"N\":\"" + number + "\"}";
  }

  static String string(String text) {
    return "{\"S\":\"" + text + "\"}";
  }

  private static String attributes(int number, int size) {
    int textLength = Math.max(8, size - 70);
    return ",\"n\":{\"N\":\"0\"},\"price\":{\"N\":\"12.50\"},\"tenth\":{\"N\":\""
        + number % 10
        + "\"},\"group\":"
        + string("group#" + number / 50)
        + ",\"active\":{\"BOOL\":true},\"tags\":{\"SS\":[\"blue\",\"red\"]},\"text\":"
        + string(TEXT.substring(0, textLength));
  }
}
