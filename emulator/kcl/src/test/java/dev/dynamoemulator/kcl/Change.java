package dev.dynamoemulator.kcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What a record of the stream tells about an item, and through which shard it came. */
record Change(String shardId, String item, int version) {

  static Change of(String shardId, Record record) {
    var image = record.dynamodb().newImage();
    return new Change(shardId, image.get("id").s(), Integer.parseInt(image.get("version").n()));
  }

  /** The versions of each item in the order in which they came. */
  static Map<String, List<Integer>> byItem(Iterable<Change> changes) {
    Map<String, List<Integer>> versions = new TreeMap<>();
    for (Change change : changes) {
      versions.computeIfAbsent(change.item(), item -> new ArrayList<>()).add(change.version());
    }
    return versions;
  }
}
