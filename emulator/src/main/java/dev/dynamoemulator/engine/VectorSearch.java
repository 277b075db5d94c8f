package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.SearchConditions;
import dev.dynamoemulator.item.PackedFloats;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.vector.BestMatches;
import dev.dynamoemulator.vector.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the nearest vectors by looking at every one in the index, or in one partition of it: exact
 * where the service is approximate. Reads one range of keys from one moment of the store and keeps
 * no more entries than it returns. Thread-safe.
 */
final class VectorSearch {

  private final Storage storage;
  private final KeyCodec keys;

  VectorSearch(Storage storage, KeyCodec keys) {
    this.storage = storage;
    this.keys = keys;
  }

  SearchResults search(VectorIndex index, float[] vector, int limit, SearchConditions conditions) {
    KeyRange range = range(index, conditions);
    Map<String, AttributeValue> filters = filters(index, conditions);
    Scorer scorer = new Scorer(index.definition().distanceFunction(), vector);
    BestMatches best = new BestMatches(scorer, limit);
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(index.collection(), range.from(), range.to(), false);
      while (entries.next()) {
        byte[] entry = entries.value();
        PackedFloats floats = VectorEntry.floats(index, entry);
        bytes += VectorEntry.size(index, entry, floats);
        if (passes(filters, StoredItem.fromBytes(entry))) {
          best.offer(entry, floats.offset());
        }
      }
    }
    return new SearchResults(matches(index, best), bytes);
  }

  private KeyRange range(VectorIndex index, SearchConditions conditions) {
    if (index.partitionKey().isEmpty()) {
      return KeyRange.ALL;
    }
    List<AttributeValue> partitionKey = new ArrayList<>();
    for (KeyAttribute attribute : index.partitionKey()) {
      partitionKey.add(conditions.values().get(attribute.name()));
    }
    return KeyRange.startingWith(keys.partitionPrefix(partitionKey));
  }

  private static Map<String, AttributeValue> filters(
      VectorIndex index, SearchConditions conditions) {
    Map<String, AttributeValue> filters = new LinkedHashMap<>(conditions.values());
    index.partitionKey().forEach(attribute -> filters.remove(attribute.name()));
    return filters;
  }

  private static boolean passes(Map<String, AttributeValue> filters, Attributes attributes) {
    if (filters.isEmpty()) {
      return true;
    }
    for (Map.Entry<String, AttributeValue> filter : filters.entrySet()) {
      if (!filter.getValue().equals(attributes.get(filter.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static List<SearchResults.Match> matches(VectorIndex index, BestMatches best) {
    return best.sorted().stream()
        .map(
            match ->
                new SearchResults.Match(
                    toFloat(match.score()),
                    VectorEntry.attributes(index, match.entry()),
                    VectorEntry.vector(index, match.entry())))
        .toList();
  }

  /** JSON has no infinity and needs no negative zero. */
  private static float toFloat(double score) {
    float rounded = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, score));
    return rounded + 0.0f;
  }
}
