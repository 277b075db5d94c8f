package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.fixtures.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table, asked of the emulator without any client. */
record EmulatorTable(Emulator emulator, String name) implements TableAccess {

  @Override
  public Map<String, Object> description() {
    return JsonTree.object(call("DescribeTable", Map.of("TableName", name)).get("Table"), "Table");
  }

  @Override
  public List<Map<String, Object>> items(String index) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("TableName", name);
    if (index != null) {
      request.put("IndexName", index);
    }
    List<Map<String, Object>> items = new ArrayList<>();
    Map<String, Object> page;
    do {
      page = call("Scan", request);
      addAll(page.get("Items"), items);
      request.put("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    } while (page.containsKey("LastEvaluatedKey"));
    return items;
  }

  @Override
  public List<Map<String, Object>> streamRecords() {
    Object arn = description().get("LatestStreamArn");
    if (arn == null) {
      throw new AssertionError("The table " + name + " has no stream");
    }
    Map<String, Object> answer = call("DescribeStream", Map.of("StreamArn", arn));
    Map<String, Object> stream = JsonTree.object(answer.get("StreamDescription"), "the stream");
    List<Map<String, Object>> records = new ArrayList<>();
    for (Object shard : JsonTree.list(stream.get("Shards"), "Shards")) {
      addRecords(arn, JsonTree.object(shard, "a shard").get("ShardId"), records);
    }
    return records;
  }

  private void addRecords(Object arn, Object shard, List<Map<String, Object>> records) {
    Map<String, Object> start =
        Map.of("StreamArn", arn, "ShardId", shard, "ShardIteratorType", "TRIM_HORIZON");
    Object iterator = call("GetShardIterator", start).get("ShardIterator");
    int before = -1;
    while (iterator != null && records.size() > before) {
      before = records.size();
      Map<String, Object> page = call("GetRecords", Map.of("ShardIterator", iterator));
      addAll(page.get("Records"), records);
      iterator = page.get("NextShardIterator");
    }
  }

  private static void addAll(Object list, List<Map<String, Object>> all) {
    for (Object element : JsonTree.list(list, "a list")) {
      all.add(JsonTree.object(element, "an element"));
    }
  }

  private Map<String, Object> call(String operation, Map<String, Object> request) {
    Map<String, Object> present = new LinkedHashMap<>(request);
    present.values().removeIf(Objects::isNull);
    byte[] answer = emulator.call(operation, JsonTree.write(present));
    return JsonTree.object(JsonTree.read(answer), "the answer");
  }
}
