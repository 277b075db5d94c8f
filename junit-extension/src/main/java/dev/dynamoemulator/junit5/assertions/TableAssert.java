package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.fixtures.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions about a table or one of its indexes. Keys and values are given as Java has them:
 * {@code Map.of("customer", "ada", "number", 7)}.
 */
public final class TableAssert extends AbstractAssert<TableAssert, TableAccess> {

  private static final int ITEMS_SHOWN = 20;

  private final String index;

  TableAssert(TableAccess table) {
    this(table, null);
  }

  private TableAssert(TableAccess table, String index) {
    super(table, TableAssert.class);
    this.index = index;
  }

  private List<Map<String, Object>> items() {
    return actual.items(index);
  }

  private String owner() {
    return (index == null ? "table " : "index " + index + " of table ") + actual.name();
  }

  private static String shown(List<Map<String, Object>> items) {
    return items.isEmpty()
        ? "  (none)"
        : items.stream()
            .limit(ITEMS_SHOWN)
            .map(item -> "  " + Values.json(item))
            .collect(Collectors.joining("\n"));
  }

  /** The table is there. */
  public TableAssert exists() {
    actual.description();
    return this;
  }

  public TableAssert hasItemCount(int expected) {
    List<Map<String, Object>> items = items();
    if (items.size() != expected) {
      failWithMessage(
          "Expected %s to have %d items, but it has %d:%n%s",
          owner(), expected, items.size(), shown(items));
    }
    return this;
  }

  public TableAssert isEmpty() {
    return hasItemCount(0);
  }

  /**
   * @param attributes the key, or others that no second item has
   */
  public TableAssert hasItem(Map<String, ?> attributes) {
    item(attributes);
    return this;
  }

  public TableAssert hasNoItem(Map<String, ?> attributes) {
    List<Map<String, Object>> items = items();
    List<Map<String, Object>> found = matching(items, attributes);
    if (!found.isEmpty()) {
      failWithMessage(
          "Expected %s to have no item with %s, but it has:%n%s",
          owner(), Values.json(Values.members(attributes)), shown(found));
    }
    return this;
  }

  /** The one item with these attributes, to be looked into. */
  public ItemAssert item(Map<String, ?> attributes) {
    List<Map<String, Object>> items = items();
    List<Map<String, Object>> found = matching(items, attributes);
    if (found.size() != 1) {
      failWithMessage(
          "Expected %s to have one item with %s, but of its items %d have:%n%s",
          owner(), Values.json(Values.members(attributes)), found.size(), shown(items));
    }
    return new ItemAssert(found.get(0));
  }

  private static List<Map<String, Object>> matching(
      List<Map<String, Object>> items, Map<String, ?> attributes) {
    Map<String, Object> expected = Values.members(attributes);
    return items.stream()
        .filter(
            item ->
                expected.keySet().stream()
                    .allMatch(name -> Values.areEqual(expected.get(name), item.get(name))))
        .toList();
  }

  /** The items with this partition key, by their sort keys, as JSON without spaces. */
  public ListAssert<String> itemCollection(Object partitionKey) {
    String name = keySchema().get(0).get("AttributeName").toString();
    return Assertions.assertThat(
            matching(items(), Map.of(name, partitionKey)).stream().map(Values::json).toList())
        .as("items of %s with %s %s", owner(), name, partitionKey);
  }

  /** One of the table's indexes, of either kind. */
  public TableAssert index(String name) {
    hasIndexes(name);
    return new TableAssert(actual, name);
  }

  /** The table has these indexes, and perhaps others. */
  public TableAssert hasIndexes(String... names) {
    List<String> present = indexes().map(each -> each.get("IndexName").toString()).toList();
    if (!present.containsAll(List.of(names))) {
      failWithMessage(
          "Expected %s to have the indexes %s, but it has %s", owner(), List.of(names), present);
    }
    return this;
  }

  private Stream<Map<String, Object>> indexes() {
    Map<String, Object> description = actual.description();
    return Stream.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")
        .flatMap(kind -> JsonTree.list(description.get(kind), kind).stream())
        .map(each -> JsonTree.object(each, "an index"));
  }

  /** The table or index has this key: the partition key, then the sort key if there is one. */
  public TableAssert hasKey(String... attributes) {
    List<String> key =
        keySchema().stream().map(element -> element.get("AttributeName").toString()).toList();
    if (!key.equals(List.of(attributes))) {
      failWithMessage(
          "Expected %s to have the key %s, but it has %s", owner(), List.of(attributes), key);
    }
    return this;
  }

  private List<Map<String, Object>> keySchema() {
    Map<String, Object> described =
        index == null
            ? actual.description()
            : indexes()
                .filter(each -> index.equals(each.get("IndexName")))
                .findFirst()
                .orElseThrow();
    List<Map<String, Object>> schema = new ArrayList<>();
    for (Object element : JsonTree.list(described.get("KeySchema"), "KeySchema")) {
      schema.add(JsonTree.object(element, "a key"));
    }
    return schema;
  }

  /**
   * A member of the table's description has this value.
   *
   * @param member as the API names it, such as {@code BillingModeSummary.BillingMode}
   */
  public TableAssert hasDescription(String member, Object expected) {
    Object value = actual.description();
    for (String name : member.split("\\.")) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    if (!String.valueOf(value).equals(String.valueOf(expected))) {
      failWithMessage("Expected %s to have %s %s, but it is %s", owner(), member, expected, value);
    }
    return this;
  }

  /** The table's stream has exactly these events: INSERT, MODIFY and REMOVE. */
  public TableAssert hasStreamEvents(String... names) {
    List<Map<String, Object>> records = actual.streamRecords();
    List<String> events =
        records.stream().map(each -> String.valueOf(each.get("eventName"))).toList();
    if (!events.equals(List.of(names))) {
      failWithMessage(
          "Expected the stream of %s to have the events %s, but it has:%n%s",
          owner(),
          List.of(names),
          records.stream()
              .map(each -> "  " + each.get("eventName") + " " + Values.json(each.get("dynamodb")))
              .collect(Collectors.joining("\n")));
    }
    return this;
  }

  /** One of the records of the table's stream, to be looked into; 0 is the oldest. */
  public StreamRecordAssert streamRecord(int index) {
    List<Map<String, Object>> records = actual.streamRecords();
    if (index >= records.size()) {
      failWithMessage(
          "Expected the stream of %s to have a record %d, but it has %d",
          owner(), index, records.size());
    }
    return new StreamRecordAssert(records.get(index));
  }
}
