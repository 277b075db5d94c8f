package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableReference;
import dev.dynamoemulator.table.TableStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table that a CreateTable request defines.
 *
 * @param localIndexes null when the member is absent
 * @param globalIndexes null when the member is absent
 * @param vectorIndexes null when the member is absent
 */
record TableDefinition(
    String name,
    AttributeDefinitions definitions,
    List<KeyElement> key,
    List<IndexDefinition> localIndexes,
    List<IndexDefinition> globalIndexes,
    BillingMode billingMode,
    CapacityRequest capacity,
    List<VectorIndexRequest> vectorIndexes) {

  static TableDefinition of(Struct input) {
    return new TableDefinition(
        TableReference.of(input.string("TableName")).tableName(),
        AttributeDefinitions.of(input),
        KeyElement.listOf(input),
        IndexDefinition.localIndexes(input),
        IndexDefinition.globalIndexes(input),
        billingMode(input),
        CapacityRequest.of(input),
        VectorIndexRequest.listOf(input, "VectorIndexes"));
  }

  /** The table that the {@code TableCreationParameters} of an import define. */
  static TableDefinition ofImport(Struct parameters) {
    return new TableDefinition(
        TableReference.of(parameters.string("TableName")).tableName(),
        AttributeDefinitions.of(parameters),
        KeyElement.listOf(parameters),
        null,
        IndexDefinition.globalIndexes(parameters),
        billingMode(parameters),
        CapacityRequest.ofImport(parameters),
        VectorIndexRequest.listOf(parameters, "VectorIndexes"));
  }

  private static BillingMode billingMode(Struct input) {
    String mode = input.string("BillingMode");
    return mode == null ? BillingMode.PROVISIONED : BillingMode.valueOf(mode);
  }

  boolean isOnDemand() {
    return billingMode == BillingMode.PAY_PER_REQUEST;
  }

  boolean mentionsIndexes() {
    return localIndexes != null || globalIndexes != null || vectorIndexes != null;
  }

  /** Local and global indexes in the order given. */
  List<IndexDefinition> indexes() {
    return Stream.concat(given(localIndexes), given(globalIndexes)).toList();
  }

  /** The requested vector indexes, of which there may be none. */
  Stream<VectorIndexRequest> givenVectorIndexes() {
    return given(vectorIndexes);
  }

  /** The table and its indexes in state CREATING. */
  TableDescriptionBuilder toBuilder(Ids ids, Instant now) {
    return new TableDescriptionBuilder(
            name, ids.uuid(), now, KeyElement.toKeySchema(key, definitions))
        .status(TableStatus.CREATING)
        .attributeDefinitions(definitions.attributes())
        .billing(Billing.of(billingMode))
        .capacity(capacity.toCapacity(billingMode))
        .localIndexes(
            given(localIndexes).map(index -> index.toLocalIndex(definitions, ids)).toList())
        .globalIndexes(
            given(globalIndexes)
                .map(index -> index.toGlobalIndex(definitions, billingMode, Backfill.NONE, ids))
                .toList())
        .vectorIndexes(
            givenVectorIndexes()
                .map(index -> index.toVectorIndex(definitions, Backfill.NONE, ids))
                .toList());
  }

  private static <T> Stream<T> given(List<T> indexes) {
    return indexes == null ? Stream.empty() : indexes.stream();
  }
}
