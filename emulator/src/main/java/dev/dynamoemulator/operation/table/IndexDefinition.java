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
    return localIndexes(input, "LocalSecondaryIndexes");
  }

  /** The local indexes in a member of that name. */
  static List<IndexDefinition> localIndexes(Struct input, String member) {
    List<Struct> indexes = input.structs(member);
    return indexes == null
        ? null
        : indexes.stream().map(index -> of(index, CapacityRequest.NONE)).toList();
  }

  /** The member {@code GlobalSecondaryIndexes} in the order given; null when it is absent. */
  static List<IndexDefinition> globalIndexes(Struct input) {
    return globalIndexes(input, "GlobalSecondaryIndexes");
  }

  /** The global indexes in a member of that name. */
  static List<IndexDefinition> globalIndexes(Struct input, String member) {
    List<Struct> indexes = input.structs(member);
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

  /** The name of a new collection for the entries of an index. */
  static String collection(Ids ids) {
    return "index/" + ids.uuid();
  }
}
