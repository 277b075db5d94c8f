package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the catalogue knows of a table, except its sizes. Immutable.
 *
 * @param id a UUID that never changes and differs when a table of the same name is made again
 * @param collection the storage collection of its items
 * @param attributeDefinitions the attributes that keys use, with their types
 * @param stream the newest stream; null when there never was one
 * @param encryption null for the key that the service owns
 * @param tableClass null when none was ever given
 * @param tags values by key, in the order in which the keys were first set
 * @param restoration null for a table that was not restored
 * @param settingsReplication null when it was never given
 */
public record TableDescription(
    String name,
    String id,
    String collection,
    Instant created,
    TableStatus status,
    List<KeyAttribute> attributeDefinitions,
    KeySchema key,
    List<LocalIndex> localIndexes,
    List<GlobalIndex> globalIndexes,
    Billing billing,
    Capacity capacity,
    TableStream stream,
    Encryption encryption,
    TableClassSummary tableClass,
    DeletionProtection deletionProtection,
    TimeToLive timeToLive,
    Map<String, String> tags,
    Restoration restoration,
    List<VectorIndex> vectorIndexes,
    SettingsReplication settingsReplication) {

  public TableDescription {
    attributeDefinitions = List.copyOf(attributeDefinitions);
    localIndexes = List.copyOf(localIndexes);
    globalIndexes = List.copyOf(globalIndexes);
    vectorIndexes = List.copyOf(vectorIndexes);
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** Whether it has secondary indexes. */
  public boolean hasIndexes() {
    return !localIndexes.isEmpty() || !globalIndexes.isEmpty();
  }

  /** The global index of that name, or null. */
  public GlobalIndex globalIndex(String indexName) {
    for (GlobalIndex index : globalIndexes) {
      if (index.name().equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  /** The vector index of that name, or null. */
  public VectorIndex vectorIndex(String indexName) {
    for (VectorIndex index : vectorIndexes) {
      if (index.name().equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  /** The indexes that can come and go while the table is in use. */
  public List<OnlineIndex> onlineIndexes() {
    List<OnlineIndex> indexes = new ArrayList<>(globalIndexes);
    indexes.addAll(vectorIndexes);
    return indexes;
  }

  /** The table as reading and writing see it; an index that is being deleted is no longer there. */
  TableSchema schema() {
    List<IndexSchema> indexes = new ArrayList<>();
    localIndexes.forEach(index -> indexes.add(index.schema()));
    for (GlobalIndex index : globalIndexes) {
      if (index.status() != IndexStatus.DELETING) {
        indexes.add(index.schema());
      }
    }
    indexes.sort(Comparator.comparing(IndexSchema::name));
    List<VectorIndex> searched =
        vectorIndexes.stream()
            .filter(index -> index.status() != IndexStatus.DELETING)
            .sorted(Comparator.comparing(VectorIndex::name))
            .toList();
    return new TableSchema(name, key, indexes, collection, searched);
  }

  /** The storage collections of its items and of all its indexes. */
  public List<String> collections() {
    List<String> collections = new ArrayList<>();
    collections.add(collection);
    localIndexes.forEach(index -> collections.add(index.collection()));
    onlineIndexes().forEach(index -> collections.add(index.collection()));
    return collections;
  }

  /** A builder that begins with everything as it is here. */
  public TableDescriptionBuilder with() {
    return new TableDescriptionBuilder(this);
  }
}
