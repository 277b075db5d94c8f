package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.TableSchema;

/** The keys that a Scan walks over, and the checks of where it starts (items.md §7.3, §8). */
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

  /** Checks the index part of a starting key: the number of members, presence and types. */
  static void checkIndexPart(TableSchema table, IndexSchema index, Item startKey) {
    if (startKey.attributes().size() != StartKey.memberCount(table, index)) {
      throw index == null ? StartKeyErrors.doesNotMatchTableKey() : StartKeyErrors.invalid();
    }
    if (index != null) {
      for (KeyAttribute attribute : index.key().attributes()) {
        StartKey.checkAttribute(attribute, startKey);
      }
    }
  }
}
