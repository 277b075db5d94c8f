package dev.dynamoemulator.backup;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.EntryCursor;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables with point-in-time recovery, and the past of each. Thread-safe.
 *
 * <p>A table that is restored has none, and one that is deleted loses it (control-plane.md §1.3).
 */
public final class ContinuousBackups implements TableObserver {

  private static final String COLLECTION = "continuous-backups";

  private static final Duration TRIM_INTERVAL = Duration.ofHours(1);

  /** How much longer changes are kept than needed, for those who have just asked for the oldest. */
  private static final Duration TRIM_MARGIN = Duration.ofDays(1);

  /** A setting with the history that belongs to it. */
  private record Recorded(PointInTimeRecovery recovery, History history) {}

  private final Storage storage;
  private final Environment environment;
  private final ChangeHistories histories;
  private final Catalogue catalogue;
  private final Duration enabling;
  private final Map<Table, Recorded> recorded = new ConcurrentHashMap<>();

  private ContinuousBackups(
      Catalogue catalogue, Storage storage, Environment environment, Duration enabling) {
    this.catalogue = catalogue;
    this.enabling = enabling;
    this.storage = storage;
    this.environment = environment;
    this.histories = new ChangeHistories(environment);
  }

  /**
   * Opens the continuous backups of a store and follows its tables. To be called before tables are
   * used.
   *
   * @param enabling how long after the creation of a table its backups are being enabled
   */
  public static ContinuousBackups open(
      Catalogue catalogue, Storage storage, Environment environment, Duration enabling) {
    ContinuousBackups backups = new ContinuousBackups(catalogue, storage, environment, enabling);
    backups.load();
    catalogue.observe(backups);
    environment.scheduler().repeat(TRIM_INTERVAL, backups::trim);
    return backups;
  }

  private void load() {
    Map<String, Table> tables =
        catalogue.allTables().stream()
            .collect(Collectors.toMap(table -> table.description().id(), Function.identity()));
    List<PointInTimeRecovery> recoveries = new ArrayList<>();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        recoveries.add(RecoveryCodec.decode(entries.value()));
      }
    }
    for (PointInTimeRecovery recovery : recoveries) {
      Table table = tables.get(recovery.tableId());
      if (table != null) {
        record(table, recovery);
      }
    }
  }

  private void record(Table table, PointInTimeRecovery recovery) {
    History history = History.open(recovery.historyId(), storage);
    histories.begin(table, history);
    recorded.put(table, new Recorded(recovery, history));
  }

  /** What takes the changes of the tables' items. */
  public ChangeLog changeLog() {
    return histories;
  }

  /** Whether the table can be backed up already (control-plane.md §1.2 rule 4). */
  public boolean isReady(TableDescription table) {
    return table.status() != TableStatus.CREATING
        && !environment.now().isBefore(table.created().plus(enabling));
  }

  /** The table's point-in-time recovery; null when it is off. */
  public PointInTimeRecovery recovery(Table table) {
    Recorded present = recorded.get(table);
    return present == null ? null : present.recovery();
  }

  /**
   * Switches point-in-time recovery on, or changes its period when it is on already; the earliest
   * time to restore to stays then (control-plane.md §2.3).
   *
   * @param periodInDays null to leave it as it is, or at the default
   */
  public PointInTimeRecovery enable(Table table, Integer periodInDays) {
    return catalogue.whileUnchanged(() -> enabled(table, periodInDays));
  }

  private PointInTimeRecovery enabled(Table table, Integer periodInDays) {
    Recorded present = recorded.get(table);
    if (present == null) {
      PointInTimeRecovery recovery = newRecovery(table, periodInDays);
      store(recovery);
      record(table, recovery);
      return recovery;
    }
    if (periodInDays == null) {
      return present.recovery();
    }
    PointInTimeRecovery changed = present.recovery().withPeriod(periodInDays);
    store(changed);
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

  private void store(PointInTimeRecovery recovery) {
    storage.commit(
        new WriteBatch()
            .put(
                COLLECTION, RecoveryCodec.key(recovery.tableId()), RecoveryCodec.encode(recovery)));
  }

  /** Switches point-in-time recovery off and forgets the past. No effect when it is off. */
  public void disable(Table table) {
    Recorded former = catalogue.whileUnchanged(() -> disabled(table));
    if (former != null) {
      histories.end(table, former.history());
    }
  }

  private Recorded disabled(Table table) {
    Recorded former = recorded.remove(table);
    if (former != null) {
      storage.commit(
          new WriteBatch().remove(COLLECTION, RecoveryCodec.key(former.recovery().tableId())));
    }
    return former;
  }

  /** The past of a table, to be closed by the caller; null when its recovery is off. */
  public PointInTime pointInTime(Table table) {
    PointInTimeRecovery recovery = recovery(table);
    return recovery == null
        ? null
        : new PointInTime(
            storage, table.schema().key(), table.schema().collection(), recovery.historyId());
  }

  ChangeHistories histories() {
    return histories;
  }

  /** The setting goes in the same step as its table. */
  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after == null) {
      batch.remove(COLLECTION, RecoveryCodec.key(table.description().id()));
    }
  }

  @Override
  public void removed(Table table) {
    Recorded former = recorded.remove(table);
    if (former != null) {
      histories.end(table, former.history());
    }
  }

  private void trim() {
    Instant now = environment.now();
    for (Recorded present : recorded.values()) {
      Instant end = now.minus(present.recovery().period()).minus(TRIM_MARGIN);
      present.history().trim(end.toEpochMilli());
    }
  }
}
