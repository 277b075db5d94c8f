package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a checked UpdateTable asks for. A member is null where nothing is asked.
 *
 * @param stream the new stream, or the present one switched off
 * @param encryption the key to change to
 * @param createdIndexes new indexes, in state CREATING, with the types that are already stored
 * @param deletedIndexes the names of indexes to delete
 * @param vectorIndexes the vector indexes that come and go
 * @param settingsReplication changes at once
 */
public record TableUpdate(
    BillingMode billingMode,
    CapacityChange capacity,
    List<GlobalIndex> createdIndexes,
    List<IndexChange> changedIndexes,
    List<String> deletedIndexes,
    TableStream stream,
    Encryption encryption,
    TableClass tableClass,
    Boolean deletionProtection,
    VectorIndexChanges vectorIndexes,
    SettingsReplication settingsReplication) {

  /** The description that the answer shows: the changes begun (tables.md §6.2). */
  public TableDescription applyTo(TableDescription current, Instant now) {
    TableDescriptionBuilder changed = current.with();
    changed.globalIndexes(changedIndexes(current, now));
    changed.vectorIndexes(vectorIndexes.applyTo(current.vectorIndexes()));
    changed.attributeDefinitions(mergedDefinitions(current));
    changed.billing(changedBilling(current, now));
    changed.capacity(changedTableCapacity(current, now));
    if (stream != null) {
      changed.stream(stream);
    }
    if (encryption != null) {
      changed.encryption(encryption);
    }
    if (tableClass != null) {
      changed.tableClass(updatedClass(current.tableClass(), now));
    }
    if (deletionProtection != null
        && deletionProtection != current.deletionProtection().isEnabled()) {
      changed.deletionProtection(new DeletionProtection(deletionProtection, now));
    }
    if (settingsReplication != null) {
      changed.settingsReplication(settingsReplication);
    }
    if (takesTime(current)) {
      changed.status(TableStatus.UPDATING);
    }
    return changed.build();
  }

  /** Deletion protection changes at once; asking for the present billing mode changes nothing. */
  private boolean takesTime(TableDescription current) {
    return switchesMode(current)
        || capacity.isPresent()
        || !createdIndexes.isEmpty()
        || !changedIndexes.isEmpty()
        || !deletedIndexes.isEmpty()
        || !vectorIndexes.isEmpty()
        || stream != null
        || encryption != null
        || tableClass != null;
  }

  private boolean switchesMode(TableDescription current) {
    return billingMode != null && billingMode != current.billing().mode();
  }

  private Billing changedBilling(TableDescription current, Instant now) {
    if (!switchesMode(current)) {
      return current.billing();
    }
    return billingMode == BillingMode.PROVISIONED
        ? current.billing().switchedToProvisioned()
        : current.billing().switchedToOnDemand(now);
  }

  private Capacity changedTableCapacity(TableDescription current, Instant now) {
    Capacity changed = changedCapacity(current.capacity(), capacity, current, now);
    boolean losesUnits = switchesMode(current) && billingMode == BillingMode.PAY_PER_REQUEST;
    return losesUnits
        ? changed.withProvisioned(changed.provisioned().withLastDecrease(now))
        : changed;
  }

  private Capacity changedCapacity(
      Capacity former, CapacityChange change, TableDescription current, Instant now) {
    if (!switchesMode(current)) {
      return change.applyTo(former, current.billing().mode(), now);
    }
    return billingMode == BillingMode.PROVISIONED
        ? change.switchToProvisioned(former)
        : change.switchToOnDemand(former);
  }

  private List<GlobalIndex> changedIndexes(TableDescription current, Instant now) {
    List<GlobalIndex> indexes = new ArrayList<>();
    for (GlobalIndex index : current.globalIndexes()) {
      indexes.add(
          deletedIndexes.contains(index.name())
              ? index.withStatus(IndexStatus.DELETING).withBackfill(Backfill.NONE)
              : changedIndex(current, index, now));
    }
    indexes.addAll(createdIndexes);
    return indexes;
  }

  private GlobalIndex changedIndex(TableDescription current, GlobalIndex index, Instant now) {
    CapacityChange change = capacityChange(index.name());
    GlobalIndex changed =
        index.withCapacity(changedCapacity(index.capacity(), change, current, now));
    boolean isUpdated = switchesMode(current) || change.isPresent();
    return isUpdated && index.status() == IndexStatus.ACTIVE
        ? changed.withStatus(IndexStatus.UPDATING)
        : changed;
  }

  private CapacityChange capacityChange(String indexName) {
    for (IndexChange change : changedIndexes) {
      if (change.indexName().equals(indexName)) {
        return change.capacity();
      }
    }
    return CapacityChange.NONE;
  }

  /**
   * The stored definitions and those that a new index needs besides. A stored one keeps its type,
   * and one that no key uses is dropped silently (tables.md §6.3).
   */
  private List<KeyAttribute> mergedDefinitions(TableDescription current) {
    List<KeyAttribute> merged = new ArrayList<>(current.attributeDefinitions());
    for (KeyAttribute attribute : neededDefinitions()) {
      if (!merged.contains(attribute)) {
        merged.add(attribute);
      }
    }
    return merged;
  }

  private List<KeyAttribute> neededDefinitions() {
    List<KeyAttribute> needed = new ArrayList<>();
    createdIndexes.forEach(index -> needed.addAll(index.key().attributes()));
    for (VectorIndex index : vectorIndexes.created()) {
      needed.addAll(index.definition().searchAttributes());
    }
    return needed;
  }

  private TableClassSummary updatedClass(TableClassSummary former, Instant now) {
    List<Instant> updates = new ArrayList<>(former == null ? List.of() : former.updates());
    updates.add(now);
    return new TableClassSummary(tableClass, updates);
  }
}
