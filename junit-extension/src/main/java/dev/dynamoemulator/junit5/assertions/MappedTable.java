package dev.dynamoemulator.junit5.assertions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** A table as a class maps it; attributes that the class does not map are not seen. */
record MappedTable<T>(DynamoDbTable<T> table) implements TableAccess {

  @Override
  public String name() {
    return table.tableName();
  }

  @Override
  public Map<String, Object> description() {
    return SdkTree.of(table.describeTable().table());
  }

  @Override
  public List<Map<String, Object>> items(String index) {
    Stream<T> items =
        index == null
            ? table.scan().items().stream()
            : table.index(index).scan().stream().flatMap(page -> page.items().stream());
    return items.map(item -> SdkTree.item(table.tableSchema().itemToMap(item, true))).toList();
  }
}
