package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.LocalIndex;
import java.util.List;

/** A secondary index that a request defines. */
record IndexDefinition(
    String name, List<KeyElement> key, ProjectionDefinition projection, CapacityRequest capacity) {

  /** The indexes of a member in the order given; null when it is absent. */
  static List<IndexDefinition> listOf(Struct input, String member) {
    List<Struct> indexes = input.structs(member);
    return indexes == null ? null : indexes.stream().map(IndexDefinition::of).toList();
  }

  static IndexDefinition of(Struct index) {
    return new IndexDefinition(
        index.string("IndexName"),
        KeyElement.listOf(index),
        ProjectionDefinition.of(index),
        CapacityRequest.of(index));
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
