package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.LocalIndex;
import java.util.List;

/** A secondary index that a request defines; a local one has no capacity of its own. */
record IndexDefinition(
    String name, List<KeyElement> key, ProjectionDefinition projection, CapacityRequest capacity) {

  /** The member {@code LocalSecondaryIndexes} in the order given; null when it is absent. */
  static List<IndexDefinition> localIndexes(Struct input) {
    List<Struct> indexes = input.structs("LocalSecondaryIndexes");
    return indexes == null
        ? null
        : indexes.stream().map(index -> of(index, CapacityRequest.NONE)).toList();
  }

  /** The member {@code GlobalSecondaryIndexes} in the order given; null when it is absent. */
  static List<IndexDefinition> globalIndexes(Struct input) {
    List<Struct> indexes = input.structs("GlobalSecondaryIndexes");
    return indexes == null ? null : indexes.stream().map(IndexDefinition::global).toList();
  }

  static IndexDefinition global(Struct index) {
    return of(index, CapacityRequest.of(index));
  }

  private static IndexDefinition of(Struct index, CapacityRequest capacity) {
    return new IndexDefinition(
        index.string("IndexName"),
        KeyElement.listOf(index),
        ProjectionDefinition.of(index),
        capacity);
  }

  String hashKey() {
    return key.get(0).attributeName();
  }

  LocalIndex toLocalIndex(AttributeDefinitions definitions, Ids ids) {
    return new LocalIndex(
        name, KeyElement.toKeySchema(key, definitions), projection.toProjection(), collection(ids));
  }

  /** The index in state CREATING. */
  GlobalIndex toGlobalIndex(
      AttributeDefinitions definitions, BillingMode mode, Backfill backfill, Ids ids) {
    return new GlobalIndex(
        name,
        KeyElement.toKeySchema(key, definitions),
        projection.toProjection(),
        collection(ids),
        IndexStatus.CREATING,
        backfill,
        capacity.toCapacity(mode));
  }

  private static String collection(Ids ids) {
    return "index/" + ids.uuid();
  }
}
