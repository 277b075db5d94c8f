package dev.dynamoemulator.junit5.assertions;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table, asked of a client. */
record SdkTable(DynamoDbClient client, String name) implements TableAccess {

  @Override
  public Map<String, Object> description() {
    return SdkTree.of(client.describeTable(describe -> describe.tableName(name)).table());
  }

  @Override
  public List<Map<String, Object>> items(String index) {
    return client.scanPaginator(scan -> scan.tableName(name).indexName(index)).items().stream()
        .map(SdkTree::item)
        .toList();
  }
}
