package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a checked UpdateTable asks for. A member is null where nothing is asked.
 *
 * @param definitions the attribute definitions that the request brings for its new indexes
 * @param stream the new stream, or the present one switched off
 * @param encryption the key to change to
 * @param createdIndexes new indexes, in state CREATING
 * @param deletedIndexes the names of indexes to delete
 */
public record TableUpdate(
    BillingMode billingMode,
    CapacityChange capacity,
    List<KeyAttribute> definitions,
    List<GlobalIndex> createdIndexes,
    List<IndexChange> changedIndexes,
    List<String> deletedIndexes,
    TableStream stream,
    Encryption encryption,
    TableClass tableClass,
    Boolean deletionProtection) {

  /** The description that the answer shows: the changes begun (tables.md §6.2). */
  public TableDescription applyTo(TableDescription current, Instant now) {
    TableDescriptionBuilder changed = current.with();
    changed.globalIndexes(changedIndexes(current, now));
    changed.attributeDefinitions(mergedDefinitions(current));
    applyBilling(current, changed, now);
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
        || stream != null
        || encryption != null
        || tableClass != null;
  }

  /** Whether the billing mode becomes another. */
  public boolean switchesMode(TableDescription current) {
    return billingMode != null && billingMode != current.billing().mode();
  }

  private void applyBilling(
      TableDescription current, TableDescriptionBuilder changed, Instant now) {
    if (!switchesMode(current)) {
      changed.capacity(capacity.applyTo(current.capacity(), current.billing().mode(), now));
    } else if (billingMode == BillingMode.PROVISIONED) {
      changed.billing(current.billing().switchedToProvisioned());
      changed.capacity(capacity.applyToSwitched(current.capacity()));
    } else {
      changed.billing(current.billing().switchedToOnDemand(now));
      Capacity rest = capacity.applyTo(current.capacity(), billingMode, now);
      changed.capacity(
          rest.withProvisioned(
              rest.provisioned().switchedTo(CapacityUnits.NONE).withLastDecrease(now)));
    }
  }

  private List<GlobalIndex> changedIndexes(TableDescription current, Instant now) {
    List<GlobalIndex> indexes = new ArrayList<>();
    for (GlobalIndex index : current.globalIndexes()) {
      indexes.add(changedIndex(current, index, now));
    }
    indexes.addAll(createdIndexes);
    return indexes;
  }

  private GlobalIndex changedIndex(TableDescription current, GlobalIndex index, Instant now) {
    if (deletedIndexes.contains(index.name())) {
      return index.withStatus(IndexStatus.DELETING).withBackfill(Backfill.NONE);
    }
    Capacity changed = index.capacity();
    CapacityChange change = capacityChange(index.name());
    boolean switches = switchesMode(current);
    if (change != null) {
      changed =
          switches && billingMode == BillingMode.PROVISIONED
              ? change.applyToSwitched(changed)
              : change.applyTo(changed, current.billing().mode(), now);
    }
    if (switches && billingMode == BillingMode.PAY_PER_REQUEST) {
      changed = changed.withProvisioned(changed.provisioned().switchedTo(CapacityUnits.NONE));
    }
    boolean isUpdated = (switches || change != null) && index.status() == IndexStatus.ACTIVE;
    GlobalIndex result = index.withCapacity(changed);
    return isUpdated ? result.withStatus(IndexStatus.UPDATING) : result;
  }

  private CapacityChange capacityChange(String indexName) {
    for (IndexChange change : changedIndexes) {
      if (change.indexName().equals(indexName)) {
        return change.capacity();
      }
    }
    return null;
  }

  /**
   * The stored definitions and those that a new index needs besides. A stored one keeps its type,
   * and one that no key uses is dropped silently (tables.md §6.3).
   */
  private List<KeyAttribute> mergedDefinitions(TableDescription current) {
    List<KeyAttribute> merged = new ArrayList<>(current.attributeDefinitions());
    Set<String> stored =
        merged.stream()
            .map(KeyAttribute::name)
            .collect(Collectors.toCollection(java.util.HashSet::new));
    for (GlobalIndex index : createdIndexes) {
      for (KeyAttribute attribute : index.key().attributes()) {
        if (stored.add(attribute.name())) {
          merged.add(attribute);
        }
      }
    }
    return merged;
  }

  private TableClassSummary updatedClass(TableClassSummary former, Instant now) {
    List<Instant> updates = new ArrayList<>(former == null ? List.of() : former.updates());
    updates.add(now);
    return new TableClassSummary(tableClass, updates);
  }
}
