package dev.dynamoemulator.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All tables, by account, region and name. Keeps every description in storage, so that a store that
 * is opened again has its tables again.
 *
 * <p>Thread-safe. Finding a table takes no lock; changes are made one after the other. A change may
 * wait for the gate of its table, so who holds a gate must not change a table.
 */
public final class Catalogue {

  private static final Logger LOG = System.getLogger(Catalogue.class.getName());
  private static final String COLLECTION = "catalogue";
  private static final Namespace SHARED = new Namespace("shared", "shared");

  private final Storage storage;
  private final boolean isShared;
  private final Map<Namespace, Map<String, Table>> namespaces = new ConcurrentHashMap<>();
  private final List<TableObserver> observers = new CopyOnWriteArrayList<>();

  private Catalogue(Storage storage, boolean isShared) {
    this.storage = storage;
    this.isShared = isShared;
  }

  /**
   * Opens the catalogue of a store.
   *
   * @param isShared whether all accounts and regions see the same tables
   */
  public static Catalogue open(Storage storage, boolean isShared) {
    Catalogue catalogue = new Catalogue(storage, isShared);
    catalogue.load();
    return catalogue;
  }

  private void load() {
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        Table table = TableCodec.decode(entries.value());
        Table former = tables(table.namespace()).putIfAbsent(table.name(), table);
        if (former != null) {
          LOG.log(
              Level.WARNING,
              "Table {0} exists in {1} and in {2}; only the first is visible while all share one"
                  + " database.",
              table.name(),
              former.namespace(),
              table.namespace());
        }
      }
    }
  }

  /**
   * The table that a request of the data plane names.
   *
   * @throws DynamoDbException when there is none, or it is not usable yet
   */
  public Table table(Namespace caller, String nameOrArn) {
    Table table = lookUp(caller, TableReference.of(nameOrArn), nameOrArn);
    if (table == null || table.description().status() == TableStatus.CREATING) {
      throw TableErrors.resourceNotFound();
    }
    return table;
  }

  /**
   * The table that a request of the control plane names, in whatever state it is.
   *
   * @throws DynamoDbException when there is none
   */
  public Table tableInAnyState(Namespace caller, String nameOrArn) {
    return tableInAnyState(caller, nameOrArn, TableErrors::tableNotFound);
  }

  /**
   * The same for operations that have another error for it.
   *
   * @param missing what to answer when there is no table of that name
   */
  public Table tableInAnyState(
      Namespace caller, String nameOrArn, Function<String, DynamoDbException> missing) {
    TableReference reference = TableReference.of(nameOrArn);
    Table table = lookUp(caller, reference, nameOrArn);
    if (table == null) {
      throw missing.apply(reference.tableName());
    }
    return table;
  }

  /**
   * Refuses the ARN of a table in another region or account, whether there is such a table or not.
   *
   * @throws DynamoDbException when the caller does not reach so far
   */
  public void checkReach(Namespace caller, String nameOrArn) {
    checkReach(caller, TableReference.of(nameOrArn), nameOrArn);
  }

  /** The table of that name, or null. */
  public Table find(Namespace caller, String tableName) {
    return tables(caller).get(tableName);
  }

  /** The names of the caller's tables in ascending order. */
  public List<String> names(Namespace caller) {
    return tables(caller).keySet().stream().sorted().toList();
  }

  /** The tables that the caller's account and region see, in no particular order. */
  public Collection<Table> tablesOf(Namespace caller) {
    return List.copyOf(tables(caller).values());
  }

  /** All tables of all accounts and regions, in no particular order. */
  public List<Table> allTables() {
    return namespaces.values().stream().flatMap(tables -> tables.values().stream()).toList();
  }

  /** Whether accounts and regions are told apart. */
  public boolean isShared() {
    return isShared;
  }

  /** Tells the observer, after those before it, of every change from now on. */
  public void observe(TableObserver observer) {
    observers.add(observer);
  }

  /**
   * Adds a table when the check, which sees the caller's tables, lets it pass.
   *
   * @throws DynamoDbException when the name is taken, or the check refuses
   */
  void add(Table table, Runnable check) {
    add(table, namesake -> TableErrors.tableAlreadyExists(namesake.name()), check);
  }

  /**
   * The same for operations that have another error for a name that is taken.
   *
   * @param taken what to answer when there is a table of that name
   * @throws DynamoDbException when the name is taken, or the check refuses
   */
  synchronized void add(Table table, Function<Table, DynamoDbException> taken, Runnable check) {
    Map<String, Table> tables = tables(table.namespace());
    Table namesake = tables.get(table.name());
    if (namesake != null) {
      throw taken.apply(namesake);
    }
    check.run();
    store(table, table.description());
    tables.put(table.name(), table);
  }

  /**
   * Replaces a table's description by what the change makes of the present one. Nothing changes
   * when the change throws, or when the table is gone.
   */
  synchronized TableChange change(Table table, UnaryOperator<TableDescription> change) {
    TableDescription before = table.description();
    if (table.isDropped()) {
      return new TableChange(before, before);
    }
    TableDescription after = change.apply(before);
    if (!after.equals(before)) {
      store(table, after);
      table.replace(after);
    }
    return new TableChange(before, after);
  }

  /** Does the work while no table changes. Writes of items go on. */
  public synchronized <T> T whileUnchanged(Supplier<T> work) {
    return work.get();
  }

  /** Does the work while no table changes and nobody writes items. */
  public synchronized <T> T whileStill(Supplier<T> work) {
    List<Lock> gates =
        allTables().stream()
            .sorted(Comparator.comparing(table -> table.schema().collection()))
            .map(table -> table.gate().writeLock())
            .toList();
    gates.forEach(Lock::lock);
    try {
      return work.get();
    } finally {
      gates.forEach(Lock::unlock);
    }
  }

  /** Removes the table and, once nobody writes to it, everything that it stored. */
  synchronized void remove(Table table) {
    WriteBatch batch = new WriteBatch().remove(COLLECTION, TableCodec.key(table));
    List<String> collections = new ArrayList<>(table.description().collections());
    observers.forEach(observer -> observer.changing(batch, table, null));
    if (observers.stream().anyMatch(observer -> observer.keepsItems(table))) {
      collections.remove(table.description().collection());
    }
    storage.commit(batch);
    tables(table.namespace()).remove(table.name(), table);
    table.drop();
    collections.forEach(storage::drop);
    observers.forEach(observer -> observer.removed(table));
  }

  private void store(Table table, TableDescription description) {
    observers.forEach(observer -> observer.check(table, description));
    byte[] value = TableCodec.encode(table.namespace(), description);
    WriteBatch batch = new WriteBatch().put(COLLECTION, TableCodec.key(table), value);
    observers.forEach(observer -> observer.changing(batch, table, description));
    storage.commit(batch);
  }

  private Table lookUp(Namespace caller, TableReference reference, String nameOrArn) {
    checkReach(caller, reference, nameOrArn);
    Table table = find(caller, reference.tableName());
    if (table == null) {
      explainMiss(caller, reference.tableName());
    }
    return table;
  }

  private void checkReach(Namespace caller, TableReference reference, String arn) {
    if (isShared || !reference.isArn()) {
      return;
    }
    checkReach(caller, reference.namespace(), arn);
  }

  /**
   * The same for the ARN of something that belongs to tables.
   *
   * @param owner the account and region in the ARN
   * @throws DynamoDbException when the caller does not reach so far
   */
  public static void checkReach(Namespace caller, Namespace owner, String arn) {
    if (!owner.region().equals(caller.region())) {
      throw TableErrors.foreignRegion(arn);
    }
    if (!owner.account().equals(caller.account())) {
      throw TableErrors.foreignAccount(caller.account(), arn);
    }
  }

  /** A wrong region or access key is the most frequent reason for a table that cannot be found. */
  private void explainMiss(Namespace caller, String tableName) {
    for (Map.Entry<Namespace, Map<String, Table>> other : namespaces.entrySet()) {
      if (other.getValue().containsKey(tableName)) {
        LOG.log(
            Level.INFO,
            "Table {0} was asked for in account {1}, region {2}, but exists in account {3}, region"
                + " {4}: check the region and the access key of the client.",
            tableName,
            caller.account(),
            caller.region(),
            other.getKey().account(),
            other.getKey().region());
        return;
      }
    }
  }

  private Map<String, Table> tables(Namespace namespace) {
    Namespace scope = isShared ? SHARED : namespace;
    Map<String, Table> tables = namespaces.get(scope);
    return tables != null
        ? tables
        : namespaces.computeIfAbsent(scope, unused -> new ConcurrentHashMap<>());
  }
}
