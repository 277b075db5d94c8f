package dev.dynamoemulator.backup;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TableStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tables with point-in-time recovery, and the past of each. Thread-safe.
 *
 * <p>A table that is restored has none, and one that is deleted loses it (control-plane.md §1.3).
 */
public final class ContinuousBackups implements TableObserver {

  private static final Duration TRIM_INTERVAL = Duration.ofHours(1);

  /** How much longer changes are kept than needed, for those who have just asked for the oldest. */
  private static final Duration TRIM_MARGIN = Duration.ofDays(1);

  /** The part of the bound that is freed at once, so that it is rarely reached. */
  private static final int SLACK = 64;

  /** A setting with the history that belongs to it. */
  private record Recorded(PointInTimeRecovery recovery, History history) {}

  private final Catalogue catalogue;
  private final Storage storage;
  private final Environment environment;
  private final BackupSettings settings;
  private final ChangeHistories histories;
  private final Map<Table, Recorded> recorded = new ConcurrentHashMap<>();

  /**
   * Held while a setting is changed and stored, and while a history is shortened, so that no change
   * is counted twice as forgotten. Who holds it waits for no gate of a table.
   */
  private final ReentrantLock changing = new ReentrantLock();

  private ContinuousBackups(
      Catalogue catalogue, Storage storage, Environment environment, BackupSettings settings) {
    this.catalogue = catalogue;
    this.storage = storage;
    this.environment = environment;
    this.settings = settings;
    this.histories = new ChangeHistories(environment, this::makeRoom);
  }

  /**
   * Opens the continuous backups of a store and follows its tables. To be called before tables are
   * used.
   *
   * @param knownSizes what {@link #knownSizes} said of the same content; others are measured
   */
  public static ContinuousBackups open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      BackupSettings settings,
      Map<String, Long> knownSizes) {
    ContinuousBackups backups = new ContinuousBackups(catalogue, storage, environment, settings);
    backups.load(knownSizes);
    catalogue.observe(backups);
    environment.scheduler().repeat(TRIM_INTERVAL, backups::trim);
    return backups;
  }

  private void load(Map<String, Long> knownSizes) {
    Map<String, PointInTimeRecovery> recoveries = RecoveryStore.load(storage);
    for (Table table : catalogue.allTables()) {
      PointInTimeRecovery recovery = recoveries.get(table.description().id());
      if (recovery != null) {
        History history = record(table, recovery);
        if (settings.isBounded()) {
          history.measure(knownSizes.get(History.byItem(history.id())));
        }
      }
    }
  }

  private History record(Table table, PointInTimeRecovery recovery) {
    History history = History.open(recovery.historyId(), storage);
    histories.begin(table, history);
    recorded.put(table, new Recorded(recovery, history));
    return history;
  }

  /** The bytes of each history, by collection. They fit the store while nobody writes. */
  public Map<String, Long> knownSizes() {
    Map<String, Long> known = new HashMap<>();
    for (History history : recordedHistories()) {
      known.put(History.byItem(history.id()), history.size());
    }
    return known;
  }

  private List<History> recordedHistories() {
    return recorded.values().stream().map(Recorded::history).toList();
  }

  /** What takes the changes of the tables' items. */
  public ChangeLog changeLog() {
    return histories;
  }

  ChangeHistories histories() {
    return histories;
  }

  /** Whether the table can be backed up already (control-plane.md §1.2 rule 4). */
  public boolean isReady(TableDescription table) {
    return table.status() != TableStatus.CREATING
        && !environment.now().isBefore(table.created().plus(settings.enabling()));
  }

  /** The table's point-in-time recovery; null when it is off. */
  public PointInTimeRecovery recovery(Table table) {
    Recorded present = recorded.get(table);
    return present == null ? null : present.recovery();
  }

  /** The past of a table, to be closed by the caller; null when its recovery is off. */
  public PointInTime pointInTime(Table table) {
    Snapshot snapshot = storage.snapshot();
    PointInTimeRecovery recovery = recovery(table);
    if (recovery == null) {
      snapshot.close();
      return null;
    }
    long items = storage.count(table.schema().collection());
    return new PointInTime(snapshot, table.schema(), recovery, items);
  }

  /**
   * Switches point-in-time recovery on, or changes its period when it is on already; the earliest
   * time to restore to stays then (control-plane.md §2.3).
   *
   * @param periodInDays null to leave it as it is, or at the default
   * @throws DynamoDbException when the table is being deleted
   */
  public PointInTimeRecovery enable(Table table, Integer periodInDays) {
    return catalogue.whileUnchanged(
        () -> {
          changing.lock();
          try {
            return enabled(table, periodInDays);
          } finally {
            changing.unlock();
          }
        });
  }

  private PointInTimeRecovery enabled(Table table, Integer periodInDays) {
    if (table.isDropped() || table.description().status() == TableStatus.DELETING) {
      // The only error that the API declares for a table that is going.
      throw BackupErrors.tableNotFound(table.name());
    }
    Recorded present = recorded.get(table);
    if (present == null) {
      PointInTimeRecovery recovery = newRecovery(table, periodInDays);
      storage.commit(RecoveryStore.put(new WriteBatch(), recovery));
      record(table, recovery);
      return recovery;
    }
    if (periodInDays == null) {
      return present.recovery();
    }
    PointInTimeRecovery changed = present.recovery().withPeriod(periodInDays);
    storage.commit(RecoveryStore.put(new WriteBatch(), changed));
    recorded.put(table, new Recorded(changed, present.history()));
    return changed;
  }

  private PointInTimeRecovery newRecovery(Table table, Integer periodInDays) {
    return new PointInTimeRecovery(
        table.description().id(),
        environment.ids().uuid(),
        periodInDays == null ? PointInTimeRecovery.DEFAULT_PERIOD_IN_DAYS : periodInDays,
        environment.now());
  }

  /** Switches point-in-time recovery off and forgets the past. No effect when it is off. */
  public void disable(Table table) {
    changing.lock();
    try {
      Recorded former = recorded.remove(table);
      if (former != null) {
        storage.commit(RecoveryStore.remove(new WriteBatch(), table.description().id()));
        histories.end(table, former.history());
      }
    } finally {
      changing.unlock();
    }
  }

  /** The setting goes in the same step as its table. */
  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after == null) {
      RecoveryStore.remove(batch, table.description().id());
    }
  }

  @Override
  public void removed(Table table) {
    disable(table);
  }

  /** Forgets what lies before the periods. */
  private void trim() {
    Instant now = environment.now();
    for (Recorded present : recorded.values()) {
      Instant end = now.minus(present.recovery().period()).minus(TRIM_MARGIN);
      changing.lock();
      try {
        present.history().trim(end.toEpochMilli());
      } finally {
        changing.unlock();
      }
    }
  }

  /** Forgets the oldest changes of the longest histories when all together take too much. */
  private void makeRoom() {
    if (size() <= settings.retainedBytes() || !changing.tryLock()) {
      return;
    }
    try {
      long target = settings.retainedBytes() - settings.retainedBytes() / SLACK;
      boolean isShorter = true;
      while (isShorter && size() > target) {
        isShorter = shortenLongest(size() - target);
      }
    } finally {
      changing.unlock();
    }
  }

  private long size() {
    return settings.isBounded()
        ? recorded.values().stream().mapToLong(present -> present.history().size()).sum()
        : 0;
  }

  /**
   * Those who look for the past learn from the setting what is gone, so it changes first.
   *
   * @return false when there was nothing to forget
   */
  private boolean shortenLongest(long wanted) {
    Map.Entry<Table, Recorded> longest =
        Collections.max(
            recorded.entrySet(),
            Comparator.comparingLong(entry -> entry.getValue().history().size()));
    Recorded present = longest.getValue();
    Instant second = environment.now().truncatedTo(ChronoUnit.SECONDS);
    WriteBatch batch = new WriteBatch();
    long last = present.history().trim(batch, second.toEpochMilli(), wanted);
    if (last == History.NEVER) {
      return false;
    }
    PointInTimeRecovery shortened = present.recovery().forgetting(last);
    recorded.put(longest.getKey(), new Recorded(shortened, present.history()));
    storage.commit(RecoveryStore.put(batch, shortened));
    return true;
  }
}
