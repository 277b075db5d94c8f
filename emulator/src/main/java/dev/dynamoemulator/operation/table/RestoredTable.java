package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.Encryption;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.OnDemandThroughput;
import dev.dynamoemulator.table.Restoration;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.VectorIndex;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The definition of a restored table: that of its source under the overrides of the request,
 * without tags, stream, time to live and deletion protection (control-plane.md §1.3 rule 5).
 */
record RestoredTable(RestoreOverrides overrides, TableDescription source) {

  TableDescription describe(
      String tableName, Restoration restoration, Namespace owner, Ids ids, Instant now) {
    Capacity capacity = tableCapacity();
    List<LocalIndex> localIndexes =
        KeptIndexes.local(overrides.localIndexes, source.localIndexes()).stream()
            .map(index -> copy(index, ids))
            .toList();
    List<GlobalIndex> globalIndexes =
        KeptIndexes.global(overrides.globalIndexes, source.globalIndexes()).stream()
            .map(index -> copy(index, ids))
            .toList();
    List<VectorIndex> vectorIndexes = vectorIndexes(ids);
    return new TableDescriptionBuilder(tableName, ids.uuid(), now, source.key())
        .status(TableStatus.CREATING)
        .attributeDefinitions(definitions(localIndexes, globalIndexes, vectorIndexes))
        .localIndexes(localIndexes)
        .globalIndexes(globalIndexes)
        .billing(Billing.of(mode()))
        .capacity(capacity)
        .encryption(encryption(owner, ids))
        .tableClass(tableClass())
        .restoration(restoration)
        .vectorIndexes(vectorIndexes)
        .build();
  }

  private BillingMode mode() {
    return overrides.billingMode == null ? source.billing().mode() : overrides.billingMode;
  }

  private Capacity tableCapacity() {
    CapacityRequest override = overrides.capacity;
    CapacityRequest request =
        new CapacityRequest(
            override.units() == null ? inheritedUnits(source.capacity()) : override.units(),
            override.onDemand() == null ? inheritedMaxima(source.capacity()) : override.onDemand(),
            null);
    CapacityChecks.checkUnitsFitMode(request.units(), mode());
    CapacityChecks.checkNewCapacity(request, mode(), "table");
    return request.toCapacity(mode());
  }

  /** Provisioned units stay what they were when the mode does. */
  private CapacityUnits inheritedUnits(Capacity capacity) {
    boolean isInherited = mode() == BillingMode.PROVISIONED && !source.billing().isOnDemand();
    return isInherited ? capacity.provisioned().units() : null;
  }

  private OnDemandThroughput inheritedMaxima(Capacity capacity) {
    return mode() == BillingMode.PAY_PER_REQUEST ? capacity.onDemand() : null;
  }

  private static LocalIndex copy(LocalIndex index, Ids ids) {
    return new LocalIndex(
        index.name(), index.key(), index.projection(), IndexDefinition.collection(ids));
  }

  private GlobalIndex copy(GlobalIndex index, Ids ids) {
    return new GlobalIndex(
        index.name(),
        index.key(),
        index.projection(),
        IndexDefinition.collection(ids),
        IndexStatus.CREATING,
        Backfill.NONE,
        indexCapacity(index));
  }

  private List<VectorIndex> vectorIndexes(Ids ids) {
    List<VectorIndex> kept = KeptIndexes.vector(overrides.vectorIndexes, source.vectorIndexes());
    if (!kept.isEmpty()) {
      VectorIndexChecks.checkMode(mode());
    }
    return kept.stream()
        .map(
            index ->
                VectorIndex.creating(
                    index.definition(), IndexDefinition.collection(ids), Backfill.NONE))
        .toList();
  }

  private Capacity indexCapacity(GlobalIndex index) {
    CapacityRequest override = KeptIndexes.capacity(overrides.globalIndexes, index.name());
    CapacityRequest request =
        new CapacityRequest(
            override.units() == null ? inheritedUnits(index.capacity()) : override.units(),
            override.onDemand() == null ? inheritedMaxima(index.capacity()) : override.onDemand(),
            override.warm());
    CapacityChecks.checkIndexUnits(index.name(), request.units(), mode());
    CapacityChecks.checkNewCapacity(request, mode(), "index " + index.name());
    return request.toCapacity(mode());
  }

  /** The definitions of the source that a key still uses. */
  private List<KeyAttribute> definitions(
      List<LocalIndex> localIndexes,
      List<GlobalIndex> globalIndexes,
      List<VectorIndex> vectorIndexes) {
    Set<KeyAttribute> used = new HashSet<>(source.key().attributes());
    localIndexes.forEach(index -> used.addAll(index.key().attributes()));
    globalIndexes.forEach(index -> used.addAll(index.key().attributes()));
    vectorIndexes.forEach(index -> used.addAll(index.definition().searchAttributes()));
    return source.attributeDefinitions().stream().filter(used::contains).toList();
  }

  private Encryption encryption(Namespace owner, Ids ids) {
    if (overrides.encryption != null) {
      return overrides.encryption.toEncryption(owner, ids);
    }
    Encryption present = source.encryption();
    boolean isKept = present != null && present.status() != Encryption.Status.DISABLING;
    return isKept ? Encryption.enabled(present.keyArn()) : null;
  }

  private TableClassSummary tableClass() {
    return source.tableClass() == null
        ? null
        : new TableClassSummary(source.tableClass().tableClass(), List.of());
  }
}
