package dev.dynamoemulator.replication;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.Mirrors;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TableStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * All global tables of a store. A replica that is deleted leaves its global table in the same
 * commit; a global table with one replica left is an ordinary table again. Thread-safe.
 */
public final class GlobalTables implements TableObserver {

  private static final String COLLECTION = "global-tables";

  private final Catalogue catalogue;
  private final Storage storage;
  private final ReplicationControl control;
  private final Versions versions;
  private final Routes routes;
  private final ReplicationLog log;
  private final StrongMirrors mirrors;
  private final Runnable delivery;
  private final Map<GlobalTable.Key, GlobalTable> tables = new ConcurrentHashMap<>();

  private GlobalTables(
      Catalogue catalogue, Storage storage, Environment environment, ReplicationControl control) {
    this.catalogue = catalogue;
    this.storage = storage;
    this.control = control;
    this.versions = new Versions(storage, Outbox.lastVersion(storage));
    this.routes = new Routes(catalogue, storage, environment, control, versions);
    this.log = new ReplicationLog(routes, versions, environment);
    this.mirrors = new StrongMirrors(routes, control);
    this.delivery = () -> routes.links().forEach(Link::deliver);
  }

  /** Opens the global tables of a store and follows its tables. */
  public static GlobalTables open(
      Catalogue catalogue, Storage storage, Environment environment, ReplicationControl control) {
    GlobalTables opened = new GlobalTables(catalogue, storage, environment, control);
    opened.load();
    catalogue.observe(opened);
    return opened;
  }

  private void load() {
    routes.resume();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        GlobalTable table = GlobalTableCodec.decode(entries.value());
        tables.put(table.key(), table);
        routes.replace(null, table);
      }
    }
  }

  /** Replicates from now on, beginning with what was on its way when the store was closed. */
  public void start(Engine engine) {
    routes.start(engine);
    control.follow(delivery);
  }

  /** Replicates nothing any more. */
  public void stop() {
    control.unfollow(delivery);
  }

  /** Takes the writes that are to be replicated. */
  public ChangeLog changeLog() {
    return log;
  }

  /** Knows the tables that are written together. */
  public Mirrors mirrors() {
    return mirrors;
  }

  /** The global table that the region's table of that name belongs to, or null. */
  public GlobalTable of(Namespace namespace, String tableName) {
    GlobalTable table = tables.get(new GlobalTable.Key(namespace.account(), tableName));
    return table == null || table.replica(namespace.region()) == null ? null : table;
  }

  /** The global table of that name that the account has in whatever regions, or null. */
  public GlobalTable find(String account, String tableName) {
    return tables.get(new GlobalTable.Key(account, tableName));
  }

  /** The account's global tables by name. */
  public List<GlobalTable> all(String account) {
    return tables.values().stream()
        .filter(table -> table.key().account().equals(account))
        .sorted(Comparator.comparing(GlobalTable::name))
        .toList();
  }

  /**
   * Whether expired items are deleted in this table, and not replicated from another. Only one
   * region deletes them, so that only its stream says that they expired (tables.md §11.2).
   */
  public boolean expiresByItself(Table table) {
    GlobalTable globalTable = of(table.namespace(), table.name());
    return globalTable == null
        || globalTable.replicas().stream()
            .filter(replica -> replica.status() == ReplicaStatus.ACTIVE)
            .findFirst()
            .map(first -> first.region().equals(table.namespace().region()))
            .orElse(true);
  }

  List<GlobalTable> all() {
    return List.copyOf(tables.values());
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Whether regions are told apart. */
  boolean areRegionsApart() {
    return !catalogue.isShared();
  }

  /** The way of changes into a table. */
  Link link(Table destination) {
    return routes.link(destination);
  }

  Versions versions() {
    return versions;
  }

  /** Adds a global table, or replaces the one of the same name. */
  synchronized void put(GlobalTable table) {
    WriteBatch batch = new WriteBatch();
    replace(batch, table.key(), table);
    storage.commit(batch);
  }

  /**
   * Replaces a global table by what the change makes of it.
   *
   * @return the new one; null when there is none of that name any more
   */
  synchronized GlobalTable change(GlobalTable.Key key, UnaryOperator<GlobalTable> change) {
    GlobalTable present = tables.get(key);
    if (present == null) {
      return null;
    }
    WriteBatch batch = new WriteBatch();
    replace(batch, key, change.apply(present));
    storage.commit(batch);
    return tables.get(key);
  }

  /** Has the writes of all replicas go to a table that came into being after its replica. */
  synchronized void connect(GlobalTable.Key key) {
    GlobalTable table = tables.get(key);
    if (table != null) {
      routes.replace(table, table);
    }
  }

  private void replace(WriteBatch batch, GlobalTable.Key key, GlobalTable next) {
    GlobalTable former = tables.get(key);
    boolean isOver = next.replicas().size() < 2;
    if (isOver) {
      batch.remove(COLLECTION, GlobalTableCodec.key(key));
      tables.remove(key);
    } else {
      batch.put(COLLECTION, GlobalTableCodec.key(key), GlobalTableCodec.encode(next));
      tables.put(key, next);
    }
    routes.replace(former, next);
  }

  @Override
  public synchronized void changing(WriteBatch batch, Table table, TableDescription after) {
    GlobalTable globalTable = areRegionsApart() ? of(table.namespace(), table.name()) : null;
    if (globalTable == null) {
      return;
    }
    String region = table.namespace().region();
    if (after == null) {
      replace(batch, globalTable.key(), globalTable.without(region));
    } else if (after.status() == TableStatus.DELETING && globalTable.replica(region).isMember()) {
      replace(
          batch,
          globalTable.key(),
          globalTable.change(region, replica -> replica.withStatus(ReplicaStatus.DELETING)));
    }
  }

  @Override
  public void removed(Table table) {
    versions.drop(table);
  }
}
