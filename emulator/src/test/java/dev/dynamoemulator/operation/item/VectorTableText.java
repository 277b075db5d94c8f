package dev.dynamoemulator.operation.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes requests that define vector indexes from a short form: {@code name attribute dimensions
 * function projection}, the projection being {@code ALL}, {@code KEYS_ONLY} or {@code
 * INCLUDE:one,two}, and behind it the search schema as in {@code HASH:tenant:S
 * INLINE_FILTER:kind:N}. Tables are on-demand and have the partition key {@code pk}.
 */
public final class VectorTableText {

  private final Map<String, String> types = new LinkedHashMap<>(Map.of("pk", "S"));

  private VectorTableText() {}

  public static String createTable(String tableName, String... indexes) {
    VectorTableText text = new VectorTableText();
    List<String> elements = new ArrayList<>();
    for (String index : indexes) {
      elements.add(text.index(index));
    }
    return """
        {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'VectorIndexes':[%s],%s}
        """
        .formatted(tableName, String.join(",", elements), text.definitions());
  }

  public static String addIndex(String tableName, String index) {
    VectorTableText text = new VectorTableText();
    return "{'TableName':'%s','VectorIndexUpdates':[{'Create':%s}],%s}"
        .formatted(tableName, text.index(index), text.definitions());
  }

  public static String deleteIndex(String tableName, String index) {
    return "{'TableName':'%s','VectorIndexUpdates':[{'Delete':{'IndexName':'%s'}}]}"
        .formatted(tableName, index);
  }

  /** One index alone, its search schema not defined anywhere. */
  public static String definition(String index) {
    return new VectorTableText().index(index);
  }

  private String index(String index) {
    String[] words = index.split(" ");
    String[] projection = words[4].split(":");
    String included =
        projection.length == 1
            ? ""
            : ",'NonKeyAttributes':['" + projection[1].replace(",", "','") + "']";
    List<String> schema = new ArrayList<>();
    for (String element : List.of(words).subList(5, words.length)) {
      String[] parts = element.split(":");
      types.put(parts[1], parts[2]);
      schema.add(
          "{'AttributeName':'%s','SearchSchemaElementType':'%s'}".formatted(parts[1], parts[0]));
    }
    return """
        {'IndexName':'%s','VectorAttribute':{'AttributeName':'%s'},'Dimensions':%s,
         'DistanceFunction':'%s','Projection':{'ProjectionType':'%s'%s}%s}
        """
        .formatted(
            words[0],
            words[1],
            words[2],
            words[3],
            projection[0],
            included,
            schema.isEmpty() ? "" : ",'SearchSchema':[" + String.join(",", schema) + "]");
  }

  private String definitions() {
    List<String> definitions = new ArrayList<>();
    types.forEach(
        (name, type) ->
            definitions.add("{'AttributeName':'%s','AttributeType':'%s'}".formatted(name, type)));
    return "'AttributeDefinitions':[" + String.join(",", definitions) + "]";
  }

  /** The elements of a vector, separated by blanks, as a list of attribute values. */
  public static String vector(String elements) {
    List<String> numbers = new ArrayList<>();
    for (String element : elements.split(" ")) {
      numbers.add("{'N':'" + element + "'}");
    }
    return "[" + String.join(",", numbers) + "]";
  }
}
