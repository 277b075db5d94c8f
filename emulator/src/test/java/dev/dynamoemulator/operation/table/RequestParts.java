package dev.dynamoemulator.operation.table;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts of requests that define tables and indexes, in single-quoted JSON. */
final class RequestParts {

  private RequestParts() {}

  /** From {@code name:type} pairs, with a comma at the end. */
  static String definitions(String... pairs) {
    return "'AttributeDefinitions':" + objects("AttributeName", "AttributeType", pairs) + ",";
  }

  /** From {@code name:type} pairs. */
  static String key(String... pairs) {
    return "'KeySchema':" + objects("AttributeName", "KeyType", pairs);
  }

  private static String objects(String first, String second, String... pairs) {
    return Stream.of(pairs)
        .map(pair -> pair.split(":"))
        .map(pair -> "{'%s':'%s','%s':'%s'}".formatted(first, pair[0], second, pair[1]))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String index(String name, String key, String projection) {
    return "{'IndexName':'"
        + name
        + "',"
        + key
        + ",'Projection':{'ProjectionType':"
        + projection
        + "}}";
  }

  static String list(String... elements) {
    return "[" + String.join(",", elements) + "]";
  }

  static String indexes(int count, String key, String projection) {
    return IntStream.range(0, count)
        .mapToObj(number -> index("index-" + number, key, projection))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "'a" + number + "'")
        .collect(Collectors.joining(","));
  }
}
