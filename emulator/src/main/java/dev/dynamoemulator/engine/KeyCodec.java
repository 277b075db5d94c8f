package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Storage keys of items and index entries. An item's key is the hash of its partition key, the
 * partition key and the sort key; an index entry's the same of the index, followed by the item's
 * key. Their byte order is therefore the order in which Query and Scan return items. Thread-safe.
 */
final class KeyCodec {

  private final PartitionHash partitionHash = new PartitionHash();

  /** The storage key of an item that has all key attributes in their types. */
  byte[] itemKey(KeySchema key, Attributes item) {
    return append(new KeyBytes(), key, item).toBytes();
  }

  /**
   * The storage key of the item's entry in an index; null when the item is in the index not at all,
   * because it lacks a key attribute or has one that cannot be a key there.
   */
  byte[] entryKey(IndexSchema index, Attributes item, byte[] itemKey) {
    if (!KeyRules.isIndexed(index.key(), item)) {
      return null;
    }
    return append(new KeyBytes(), index.key(), item).append(itemKey).toBytes();
  }

  /** The storage key of the position that the key attributes of a table or index name. */
  byte[] positionKey(TableSchema table, IndexSchema index, Attributes position) {
    byte[] itemKey = itemKey(table.key(), position);
    return index == null
        ? itemKey
        : append(new KeyBytes(), index.key(), position).append(itemKey).toBytes();
  }

  /** What all keys of a partition start with. */
  byte[] partitionPrefix(List<AttributeValue> partitionKey) {
    return appendPartition(new KeyBytes(), partitionKey).toBytes();
  }

  private KeyBytes append(KeyBytes bytes, KeySchema key, Attributes item) {
    List<AttributeValue> partitionKey = new ArrayList<>(key.partitionKey().size());
    for (KeyAttribute attribute : key.partitionKey()) {
      partitionKey.add(item.get(attribute.name()));
    }
    appendPartition(bytes, partitionKey);
    for (KeyAttribute attribute : key.sortKey()) {
      bytes.component(item.get(attribute.name()));
    }
    return bytes;
  }

  private KeyBytes appendPartition(KeyBytes bytes, List<AttributeValue> partitionKey) {
    bytes.append(partitionHash.hash(partitionKey));
    for (AttributeValue value : partitionKey) {
      bytes.component(value);
    }
    return bytes;
  }
}
