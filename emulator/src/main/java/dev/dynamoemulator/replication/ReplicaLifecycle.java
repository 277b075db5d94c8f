package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.StreamViewType;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TableUpdate;
import dev.dynamoemulator.table.TimeToLive;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Takes replicas from one state to the next (control-plane.md §9.1). What is under way is stored
 * first, so that it goes on when the store is opened again. Thread-safe.
 */
public final class ReplicaLifecycle implements TableReplicas {

  /** A table of so few items is copied at once, so that the replica is there for the caller. */
  private static final long ITEMS_COPIED_AT_ONCE = 1_000;

  private static final Duration SOURCE_TIME = Duration.ofHours(24);

  private final GlobalTables globalTables;
  private final TableLifecycle lifecycle;
  private final AutoScaling scaling;
  private final Storage storage;
  private final Environment environment;
  private final Duration creation;
  private final Seeding seeding;

  /**
   * @param creation how long replicas stay in state CREATING, at least
   */
  public ReplicaLifecycle(
      GlobalTables globalTables,
      TableLifecycle lifecycle,
      AutoScaling scaling,
      Engine engine,
      Storage storage,
      Environment environment,
      Duration creation) {
    this.globalTables = globalTables;
    this.lifecycle = lifecycle;
    this.scaling = scaling;
    this.storage = storage;
    this.environment = environment;
    this.creation = creation;
    this.seeding = new Seeding(storage, engine, globalTables);
  }

  /**
   * Goes on with what was under way when the store was closed. To be called once, at the start,
   * before the same of the tables themselves.
   */
  public void resume() {
    for (GlobalTable globalTable : globalTables.all()) {
      for (Replica replica : globalTable.replicas()) {
        switch (replica.status()) {
          case CREATING -> resumeCreation(globalTable, replica);
          case DELETING -> delete(globalTable, replica.region());
          case ACTIVE -> {}
        }
      }
    }
  }

  private void resumeCreation(GlobalTable globalTable, Replica replica) {
    Table table = table(globalTable, replica.region());
    if (!globalTable.isCurrent()) {
      activateLater(globalTable.id(), replica.region());
    } else if (table == null) {
      create(globalTable, replica);
    } else {
      fillLater(globalTable.id(), table);
    }
  }

  /** Whether the table is being filled from another region, so that nobody else makes it active. */
  public boolean isFilling(Table table) {
    GlobalTable globalTable = of(table.namespace(), table.name());
    return globalTable != null
        && globalTable.isCurrent()
        && globalTable.replica(table.namespace().region()).status() == ReplicaStatus.CREATING;
  }

  @Override
  public boolean areSupported() {
    return globalTables.areRegionsApart();
  }

  @Override
  public GlobalTable of(Namespace namespace, String tableName) {
    return areSupported() ? globalTables.of(namespace, tableName) : null;
  }

  @Override
  public Table table(GlobalTable globalTable, String region) {
    return globalTables.catalogue().find(globalTable.namespaceOf(region), globalTable.name());
  }

  @Override
  public boolean isTaken(Namespace namespace, String tableName) {
    return globalTables.catalogue().find(namespace, tableName) != null;
  }

  @Override
  public boolean isEmpty(Table table) {
    return storage.count(table.schema().collection()) == 0;
  }

  @Override
  public boolean wasSource(Replica replica) {
    return replica.seeded() != null
        && environment.now().isBefore(replica.seeded().plus(SOURCE_TIME));
  }

  @Override
  public boolean scalesWrites(Table table) {
    return scaling.of(table).write().isEnabled();
  }

  @Override
  public TableDescription begin(Table table, TableDescription current, ReplicaChange change) {
    Instant now = environment.now();
    String local = table.namespace().region();
    GlobalTable globalTable = of(table.namespace(), table.name());
    boolean isNew = globalTable == null;
    if (isNew) {
      globalTable =
          ReplicaChanges.found(environment.ids().uuid(), table, change.consistency(), now);
    }
    globalTables.put(ReplicaChanges.begin(globalTable, local, change, now));
    TableDescriptionBuilder changed = current.with().status(TableStatus.UPDATING);
    boolean hasStream = current.stream() != null && current.stream().isEnabled();
    if (isNew && !globalTable.isStrong() && !hasStream) {
      changed.stream(lifecycle.newStream(StreamViewType.NEW_AND_OLD_IMAGES));
    }
    return changed.build();
  }

  @Override
  public void complete(Table table, ReplicaChange change) {
    GlobalTable globalTable = of(table.namespace(), table.name());
    if (globalTable == null) {
      // Nothing was asked for, or the table has been deleted since.
      return;
    }
    for (ReplicaChange.Settings updated : change.updated()) {
      override(globalTable, updated);
    }
    for (ReplicaChange.Settings created : change.created()) {
      create(globalTable, globalTable.replica(created.region()));
    }
    for (String region : change.deleted()) {
      delete(globalTable, region);
    }
  }

  private void override(GlobalTable globalTable, ReplicaChange.Settings change) {
    ReplicaDefinition definition =
        new ReplicaDefinition(change.namespace(), change.overrides(), environment.ids());
    lifecycle.update(
        table(globalTable, change.region()),
        current -> definition.overriding(current).applyTo(current, environment.now()));
  }

  private void create(GlobalTable globalTable, Replica replica) {
    TableDescription source = source(globalTable).description();
    TableDescriptionBuilder creating = replicaOf(source, replica.namespace(), replica.overrides());
    if (globalTable.isStrong()) {
      creating.stream(null);
    }
    create(globalTable, replica, creating.build());
  }

  @Override
  public TableDescriptionBuilder replicaOf(TableDescription source, Namespace namespace) {
    return replicaOf(source, namespace, ReplicaOverrides.NONE);
  }

  private TableDescriptionBuilder replicaOf(
      TableDescription source, Namespace namespace, ReplicaOverrides overrides) {
    return new ReplicaDefinition(namespace, overrides, environment.ids())
        .of(source, environment.now()).stream(
            lifecycle.newStream(StreamViewType.NEW_AND_OLD_IMAGES));
  }

  @Override
  public void create(GlobalTable globalTable, TableDescription creating, Namespace namespace) {
    create(globalTable, globalTable.replica(namespace.region()), creating);
  }

  private void create(GlobalTable globalTable, Replica replica, TableDescription creating) {
    try {
      Table table =
          lifecycle.createToFill(
              replica.namespace(), creating, taken -> TableErrors.tableAlreadyExists(taken.name()));
      long items = storage.count(source(globalTable).schema().collection());
      if (creation.isZero() && items <= ITEMS_COPIED_AT_ONCE) {
        fill(globalTable.id(), table);
      } else {
        fillLater(globalTable.id(), table);
      }
    } catch (RuntimeException refused) {
      globalTables.change(globalTable.id(), present -> present.without(replica.region()));
      throw refused;
    }
  }

  private void fillLater(String globalTable, Table table) {
    environment.scheduler().schedule(creation, () -> fill(globalTable, table));
  }

  /** The replica that was the source of another last. */
  private Table source(GlobalTable globalTable) {
    return globalTable.replicas().stream()
        .filter(replica -> replica.status() == ReplicaStatus.ACTIVE && replica.seeded() != null)
        .max(Comparator.comparing(Replica::seeded))
        .map(replica -> table(globalTable, replica.region()))
        .orElseThrow();
  }

  private void fill(String id, Table table) {
    String region = table.namespace().region();
    globalTables.connect(id);
    GlobalTable globalTable = globalTables.find(id);
    for (Replica other : globalTable.others(region)) {
      Table writing = table(globalTable, other.region());
      if (writing != null) {
        Routes.awaitWritesOf(writing);
      }
    }
    seeding.copy(source(globalTable), table);
    activate(id, region);
    lifecycle.filled(table);
    globalTables.link(table).deliver();
  }

  private void activate(String globalTable, String region) {
    globalTables.change(globalTable, present -> ReplicaChanges.activated(present, region));
  }

  /** With the table itself, which is being deleted, its replica goes. */
  private void delete(GlobalTable globalTable, String region) {
    Table table = table(globalTable, region);
    if (table != null) {
      lifecycle.delete(table);
    } else {
      globalTables.change(globalTable.id(), present -> present.without(region));
    }
  }

  @Override
  public void synchronise(Table table, TableUpdate update) {
    GlobalTable globalTable = of(table.namespace(), table.name());
    if (globalTable == null) {
      return;
    }
    for (Replica replica : globalTable.others(table.namespace().region())) {
      Table other = table(globalTable, replica.region());
      TableUpdate following =
          new ReplicaDefinition(replica.namespace(), replica.overrides(), environment.ids())
              .following(update);
      if (other != null && following != null) {
        lifecycle.update(other, current -> following.applyTo(current, environment.now()));
      }
    }
  }

  @Override
  public void synchronise(Table table, TimeToLive timeToLive) {
    GlobalTable globalTable = of(table.namespace(), table.name());
    if (globalTable == null) {
      return;
    }
    for (Replica replica : globalTable.others(table.namespace().region())) {
      Table other = table(globalTable, replica.region());
      if (other != null) {
        lifecycle.update(other, current -> current.with().timeToLive(timeToLive).build());
      }
    }
  }

  /** Makes empty tables of several regions a global table of the legacy version. */
  public GlobalTable createLegacy(GlobalTable creating) {
    globalTables.put(creating);
    creating.replicas().forEach(replica -> activateLater(creating.id(), replica.region()));
    return creating;
  }

  /** Adds an empty table to a global table of the legacy version. */
  public GlobalTable addLegacy(GlobalTable globalTable, Namespace added) {
    GlobalTable changed =
        globalTables.change(globalTable.id(), present -> present.with(Replica.creating(added)));
    activateLater(globalTable.id(), added.region());
    return changed;
  }

  /** Has a replica of the legacy version be a table of its own again. */
  public void removeLegacy(GlobalTable globalTable, String region) {
    globalTables.change(globalTable.id(), present -> present.without(region));
  }

  private void activateLater(String globalTable, String region) {
    if (creation.isZero()) {
      activate(globalTable, region);
    } else {
      environment.scheduler().schedule(creation, () -> activate(globalTable, region));
    }
  }
}
