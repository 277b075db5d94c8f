package dev.dynamoemulator.scaling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The auto scaling settings of a table and its global indexes. Immutable.
 *
 * @param indexes by name; none for an index whose settings were never given
 */
public record TableScaling(Pair table, Map<String, Pair> indexes) {

  /** Nothing was ever set. */
  public static final TableScaling OFF = new TableScaling(Pair.OFF, Map.of());

  /** The settings of reading and of writing. */
  public record Pair(ScalingSettings read, ScalingSettings write) {

    static final Pair OFF = new Pair(ScalingSettings.OFF, ScalingSettings.OFF);

    Pair reading(ScalingSettings change) {
      return new Pair(change.over(read), write);
    }

    Pair writing(ScalingSettings change) {
      return new Pair(read, change.over(write));
    }
  }

  public TableScaling {
    indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
  }

  public ScalingSettings read() {
    return table.read();
  }

  public ScalingSettings write() {
    return table.write();
  }

  /** The settings of a global index. */
  public Pair index(String indexName) {
    return indexes.getOrDefault(indexName, Pair.OFF);
  }

  /** With other settings of reading where these are given. */
  public TableScaling reading(ScalingSettings change) {
    return new TableScaling(table.reading(change), indexes);
  }

  /** With other settings of writing where these are given. */
  public TableScaling writing(ScalingSettings change) {
    return new TableScaling(table.writing(change), indexes);
  }

  /** The same for an index. */
  public TableScaling readingIndex(String indexName, ScalingSettings change) {
    return with(indexName, index(indexName).reading(change));
  }

  /** The same for an index. */
  public TableScaling writingIndex(String indexName, ScalingSettings change) {
    return with(indexName, index(indexName).writing(change));
  }

  private TableScaling with(String indexName, Pair changed) {
    Map<String, Pair> all = new LinkedHashMap<>(indexes);
    all.put(indexName, changed);
    return new TableScaling(table, all);
  }
}
