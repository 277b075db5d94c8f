package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
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
    return storageKey(key, values(key, item)).toBytes();
  }

  /**
   * The storage key of an item's entry in an index.
   *
   * @param indexKey the values of the index key attributes
   */
  byte[] entryKey(IndexSchema index, List<AttributeValue> indexKey, byte[] itemKey) {
    return storageKey(index.key(), indexKey).append(itemKey).toBytes();
  }

  /**
   * The storage key of an item's entry in a vector index.
   *
   * @param partitionKey empty when the index is not partitioned
   */
  byte[] vectorEntryKey(List<AttributeValue> partitionKey, byte[] itemKey) {
    return partitionKey.isEmpty() ? itemKey : partition(partitionKey).append(itemKey).toBytes();
  }

  /** The storage key of the position that the key attributes of a table or index name. */
  byte[] positionKey(TableSchema table, IndexSchema index, Attributes position) {
    byte[] itemKey = itemKey(table.key(), position);
    return index == null ? itemKey : entryKey(index, values(index.key(), position), itemKey);
  }

  /** What all keys of a partition start with. */
  byte[] partitionPrefix(List<AttributeValue> partitionKey) {
    return partition(partitionKey).toBytes();
  }

  private static List<AttributeValue> values(KeySchema key, Attributes item) {
    List<AttributeValue> values = new ArrayList<>(2);
    for (KeyAttribute attribute : key.partitionKey()) {
      values.add(item.get(attribute.name()));
    }
    for (KeyAttribute attribute : key.sortKey()) {
      values.add(item.get(attribute.name()));
    }
    return values;
  }

  private KeyBytes storageKey(KeySchema key, List<AttributeValue> values) {
    int partitionKeys = key.partitionKey().size();
    KeyBytes bytes = partition(values.subList(0, partitionKeys));
    for (int i = partitionKeys; i < values.size(); i++) {
      bytes.component(values.get(i));
    }
    return bytes;
  }

  private KeyBytes partition(List<AttributeValue> partitionKey) {
    byte[][] raw = new byte[partitionKey.size()][];
    byte[][] hashed = new byte[raw.length][];
    for (int i = 0; i < raw.length; i++) {
      AttributeValue value = partitionKey.get(i);
      raw[i] = KeyBytes.raw(value);
      hashed[i] = value.type() == AttributeType.N ? PartitionHash.ofNumber(raw[i]) : raw[i];
    }
    KeyBytes bytes = new KeyBytes().append(partitionHash.hash(hashed), PartitionHash.LENGTH);
    for (int i = 0; i < raw.length; i++) {
      bytes.component(partitionKey.get(i).type(), raw[i]);
    }
    return bytes;
  }
}
