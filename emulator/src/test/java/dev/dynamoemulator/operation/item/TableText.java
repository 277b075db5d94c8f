package dev.dynamoemulator.operation.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes CreateTable requests from a short form. A key is {@code pk:S} or {@code pk:S sk:N};
 * several attributes of one key part are joined as in {@code a:S+b:N c:S+d:B}. An index is {@code
 * LSI name key projection} or {@code GSI name key projection}, the projection being {@code ALL},
 * {@code KEYS_ONLY} or {@code INCLUDE:one,two}.
 */
final class TableText {

  private final Map<String, String> types = new LinkedHashMap<>();

  private TableText() {}

  static String createTable(String tableName, String key, String... indexes) {
    TableText text = new TableText();
    String keySchema = text.keySchema(key);
    List<String> local = new ArrayList<>();
    List<String> global = new ArrayList<>();
    for (String index : indexes) {
      (index.startsWith("LSI ") ? local : global).add(text.index(index));
    }
    return "{'TableName':'%s','BillingMode':'PAY_PER_REQUEST','KeySchema':%s%s%s,%s}"
        .formatted(
            tableName,
            keySchema,
            list("LocalSecondaryIndexes", local),
            list("GlobalSecondaryIndexes", global),
            text.attributeDefinitions());
  }

  static String addIndex(String tableName, String index) {
    TableText text = new TableText();
    String created = text.index(index);
    return "{'TableName':'%s','GlobalSecondaryIndexUpdates':[{'Create':%s}],%s}"
        .formatted(tableName, created, text.attributeDefinitions());
  }

  private static String list(String member, List<String> elements) {
    return elements.isEmpty() ? "" : ",'" + member + "':[" + String.join(",", elements) + "]";
  }

  private String index(String index) {
    String[] words = index.split(" ");
    String key = String.join(" ", List.of(words).subList(2, words.length - 1));
    String[] projection = words[words.length - 1].split(":");
    String included =
        projection.length == 1
            ? ""
            : ",'NonKeyAttributes':['" + projection[1].replace(",", "','") + "']";
    return "{'IndexName':'%s','KeySchema':%s,'Projection':{'ProjectionType':'%s'%s}}"
        .formatted(words[1], keySchema(key), projection[0], included);
  }

  private String keySchema(String key) {
    List<String> elements = new ArrayList<>();
    String keyType = "HASH";
    for (String part : key.split(" ")) {
      for (String attribute : part.split("\\+")) {
        String[] nameAndType = attribute.split(":");
        types.put(nameAndType[0], nameAndType[1]);
        elements.add("{'AttributeName':'%s','KeyType':'%s'}".formatted(nameAndType[0], keyType));
      }
      keyType = "RANGE";
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String attributeDefinitions() {
    List<String> definitions = new ArrayList<>();
    types.forEach(
        (name, type) ->
            definitions.add("{'AttributeName':'%s','AttributeType':'%s'}".formatted(name, type)));
    return "'AttributeDefinitions':[" + String.join(",", definitions) + "]";
  }
}
