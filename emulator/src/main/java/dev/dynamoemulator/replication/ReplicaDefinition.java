package dev.dynamoemulator.replication;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityChange;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.Encryption;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexChange;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.OnDemandThroughput;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TableUpdate;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.table.VectorIndexChanges;
import java.time.Instant;
import java.util.List;

/**
 * What a replica has of the table that it follows, and what of its own (control-plane.md §9.5).
 * Immutable.
 */
final class ReplicaDefinition {

  private final Namespace namespace;
  private final ReplicaOverrides overrides;
  private final Ids ids;

  ReplicaDefinition(Namespace namespace, ReplicaOverrides overrides, Ids ids) {
    this.namespace = namespace;
    this.overrides = overrides;
    this.ids = ids;
  }

  /** The new table, in state CREATING and without a stream. */
  TableDescriptionBuilder of(TableDescription source, Instant now) {
    TableDescriptionBuilder replica =
        new TableDescriptionBuilder(source.name(), ids.uuid(), now, source.key())
            .status(TableStatus.CREATING)
            .attributeDefinitions(source.attributeDefinitions())
            .billing(Billing.of(source.billing().mode()))
            .capacity(capacity(source.capacity(), overrides.readUnits(), overrides.maxReadUnits()))
            .timeToLive(source.timeToLive())
            .localIndexes(source.localIndexes().stream().map(this::index).toList())
            .globalIndexes(
                source.globalIndexes().stream()
                    .filter(index -> index.status() != IndexStatus.DELETING)
                    .map(this::index)
                    .toList())
            .vectorIndexes(
                source.vectorIndexes().stream()
                    .filter(index -> index.status() != IndexStatus.DELETING)
                    .map(index -> index(index, Backfill.NONE))
                    .toList());
    if (overrides.keyId() != null) {
      replica.encryption(Encryption.enabled(keyArn()));
    }
    if (overrides.tableClass() != null) {
      replica.tableClass(new TableClassSummary(overrides.tableClass(), List.of()));
    } else if (source.tableClass() != null) {
      replica.tableClass(new TableClassSummary(source.tableClass().tableClass(), List.of()));
    }
    return replica;
  }

  private LocalIndex index(LocalIndex index) {
    return new LocalIndex(index.name(), index.key(), index.projection(), indexCollection());
  }

  private GlobalIndex index(GlobalIndex index) {
    ReplicaOverrides.OfIndex own = overrides.index(index.name());
    return new GlobalIndex(
        index.name(),
        index.key(),
        index.projection(),
        indexCollection(),
        IndexStatus.CREATING,
        Backfill.NONE,
        capacity(index.capacity(), own.readUnits(), own.maxReadUnits()));
  }

  private VectorIndex index(VectorIndex index, Backfill backfill) {
    return VectorIndex.creating(index.definition(), indexCollection(), backfill);
  }

  private String indexCollection() {
    return "index/" + ids.uuid();
  }

  private static Capacity capacity(Capacity source, Long readUnits, Long maxReadUnits) {
    CapacityUnits units = source.provisioned().units();
    OnDemandThroughput maxima = source.onDemand();
    return Capacity.of(
        readUnits == null || units.equals(CapacityUnits.NONE)
            ? units
            : new CapacityUnits(readUnits, units.write()),
        maxReadUnits == null
            ? maxima
            : new OnDemandThroughput(maxReadUnits, maxima == null ? null : maxima.maxWrite()),
        null);
  }

  private String keyArn() {
    return Encryption.keyArn(overrides.keyId(), namespace, ids);
  }

  /** What an update of another replica means for this one; null when it does not concern it. */
  TableUpdate following(TableUpdate update) {
    CapacityChange capacity =
        following(update.capacity(), overrides.readUnits(), overrides.maxReadUnits());
    boolean isConcerned =
        update.billingMode() != null
            || capacity.isPresent()
            || !update.createdIndexes().isEmpty()
            || !update.changedIndexes().isEmpty()
            || !update.deletedIndexes().isEmpty()
            || !update.vectorIndexes().equals(VectorIndexChanges.NONE);
    return isConcerned
        ? new TableUpdate(
            update.billingMode(),
            capacity,
            update.createdIndexes().stream().map(this::created).toList(),
            update.changedIndexes().stream().map(this::following).toList(),
            update.deletedIndexes(),
            null,
            null,
            null,
            null,
            following(update.vectorIndexes()),
            null)
        : null;
  }

  private VectorIndexChanges following(VectorIndexChanges changes) {
    return new VectorIndexChanges(
        changes.created().stream().map(index -> index(index, index.backfill())).toList(),
        changes.deleted());
  }

  private GlobalIndex created(GlobalIndex index) {
    return new GlobalIndex(
        index.name(),
        index.key(),
        index.projection(),
        indexCollection(),
        index.status(),
        index.backfill(),
        index.capacity());
  }

  private IndexChange following(IndexChange change) {
    ReplicaOverrides.OfIndex own = overrides.index(change.indexName());
    return new IndexChange(
        change.indexName(), following(change.capacity(), own.readUnits(), own.maxReadUnits()));
  }

  /** Write capacity is the same everywhere, read capacity where the replica has none of its own. */
  private static CapacityChange following(CapacityChange change, Long readUnits, Long maxRead) {
    CapacityUnits units = change.units();
    OnDemandThroughput maxima = change.onDemand();
    return new CapacityChange(
        units == null || readUnits == null ? units : new CapacityUnits(readUnits, units.write()),
        maxima == null || maxRead == null
            ? maxima
            : new OnDemandThroughput(maxRead, maxima.maxWrite()),
        null);
  }

  /** What the overrides change in the replica itself. */
  TableUpdate overriding(TableDescription current) {
    return new TableUpdate(
        null,
        overriding(current.capacity(), overrides.readUnits(), overrides.maxReadUnits()),
        List.of(),
        overrides.indexes().stream()
            .filter(own -> current.globalIndex(own.indexName()) != null)
            .map(
                own ->
                    new IndexChange(
                        own.indexName(),
                        overriding(
                            current.globalIndex(own.indexName()).capacity(),
                            own.readUnits(),
                            own.maxReadUnits())))
            .toList(),
        List.of(),
        null,
        overrides.keyId() == null ? null : new Encryption(Encryption.Status.UPDATING, keyArn()),
        overrides.tableClass(),
        null,
        VectorIndexChanges.NONE,
        null);
  }

  private static CapacityChange overriding(Capacity current, Long readUnits, Long maxReadUnits) {
    CapacityUnits units = current.provisioned().units();
    boolean changesUnits =
        readUnits != null && !units.equals(CapacityUnits.NONE) && readUnits != units.read();
    return new CapacityChange(
        changesUnits ? new CapacityUnits(readUnits, units.write()) : null,
        maxReadUnits == null ? null : new OnDemandThroughput(maxReadUnits, null),
        null);
  }
}
