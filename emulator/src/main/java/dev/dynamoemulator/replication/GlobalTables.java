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
  private final Map<String, GlobalTable> tables = new ConcurrentHashMap<>();
  private final Map<Member, GlobalTable> byMember = new ConcurrentHashMap<>();

  private record Member(Namespace namespace, String tableName) {}

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
        remember(table);
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
    return byMember.get(new Member(namespace, tableName));
  }

  /** The global table with that id; null when there is none any more. */
  GlobalTable find(String id) {
    return tables.get(id);
  }

  /** The account's global tables of the legacy version, by name. */
  public List<GlobalTable> allLegacy(String account) {
    return tables.values().stream()
        .filter(table -> !table.isCurrent() && table.isOf(account))
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

  /** Adds a global table, or replaces the one with the same id. */
  synchronized void put(GlobalTable table) {
    WriteBatch batch = new WriteBatch();
    replace(batch, table.id(), table);
    storage.commit(batch);
  }

  /**
   * Replaces a global table by what the change makes of it.
   *
   * @return the new one; null when there is none with that id any more
   */
  synchronized GlobalTable change(String id, UnaryOperator<GlobalTable> change) {
    GlobalTable present = tables.get(id);
    if (present == null) {
      return null;
    }
    WriteBatch batch = new WriteBatch();
    replace(batch, id, change.apply(present));
    storage.commit(batch);
    return tables.get(id);
  }

  /** Has the writes of all replicas go to a table that came into being after its replica. */
  synchronized void connect(String id) {
    GlobalTable table = tables.get(id);
    if (table != null) {
      routes.replace(table, table);
    }
  }

  private void replace(WriteBatch batch, String id, GlobalTable next) {
    GlobalTable former = tables.get(id);
    boolean isOver = next.isOver();
    if (isOver) {
      batch.remove(COLLECTION, GlobalTableCodec.key(id));
      tables.remove(id);
    } else {
      batch.put(COLLECTION, GlobalTableCodec.key(id), GlobalTableCodec.encode(next));
      remember(next);
    }
    if (former != null) {
      for (Replica replica : former.replicas()) {
        if (isOver || next.replica(replica.region()) == null) {
          byMember.remove(member(former, replica));
        }
      }
    }
    routes.replace(former, next);
  }

  private void remember(GlobalTable table) {
    tables.put(table.id(), table);
    table.replicas().forEach(replica -> byMember.put(member(table, replica), table));
  }

  private static Member member(GlobalTable table, Replica replica) {
    return new Member(replica.namespace(), table.name());
  }

  @Override
  public synchronized void changing(WriteBatch batch, Table table, TableDescription after) {
    GlobalTable globalTable = areRegionsApart() ? of(table.namespace(), table.name()) : null;
    if (globalTable == null) {
      return;
    }
    String region = table.namespace().region();
    if (after == null) {
      replace(batch, globalTable.id(), globalTable.without(region));
    } else if (after.status() == TableStatus.DELETING && globalTable.replica(region).isMember()) {
      replace(
          batch,
          globalTable.id(),
          globalTable.change(region, replica -> replica.withStatus(ReplicaStatus.DELETING)));
    }
  }

  @Override
  public void removed(Table table) {
    versions.drop(table);
  }
}
