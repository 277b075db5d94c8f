package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;

/** The keys that a Scan or one of its segments walks over (items.md §8). Thread-safe. */
final class ScanRange {

  private final KeyCodec keys;

  ScanRange(KeyCodec keys) {
    this.keys = keys;
  }

  /**
   * @param index the index to scan; null for the table
   * @param startKey the ExclusiveStartKey; null to begin at the beginning
   * @param totalSegments 1 for a plain Scan
   */
  KeyRange of(TableSchema table, IndexSchema index, Item startKey, int segment, int totalSegments) {
    KeyRange range =
        totalSegments == 1
            ? KeyRange.ALL
            : new KeyRange(
                PartitionHash.segmentStart(segment, totalSegments),
                PartitionHash.segmentStart(segment + 1, totalSegments));
    if (startKey == null) {
      return range;
    }
    byte[] position = keys.positionKey(table, index, startKey);
    if (!range.contains(position)) {
      throw StartKeyErrors.otherSegment(totalSegments, segment);
    }
    return range.behind(position, false);
  }
}
