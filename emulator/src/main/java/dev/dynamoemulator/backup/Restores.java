package dev.dynamoemulator.backup;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.TableLoad;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableObserver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes tables out of backups and of the past of other tables. A restored table is CREATING until
 * it has all items; a restore that a crash interrupts is taken up again. Thread-safe.
 */
public final class Restores implements TableObserver {

  private static final Logger LOG = System.getLogger(Restores.class.getName());
  private static final String COLLECTION = "restores";

  /** "50 concurrent restores (any type of restore) in a given account" (API reference). */
  private static final int SIMULTANEOUS_RESTORES = 50;

  /** A table of so few items is filled at once, so that it is active when the caller looks. */
  private static final long ITEMS_RESTORED_AT_ONCE = 1_000;

  private final Catalogue catalogue;
  private final Storage storage;
  private final Environment environment;
  private final Engine engine;
  private final TableLifecycle lifecycle;
  private final BackupCatalogue backups;
  private final ContinuousBackups continuousBackups;
  private final Duration delay;

  /** By the id of the table that is being filled. */
  private final Map<String, RestoreJob> jobs = new ConcurrentHashMap<>();

  private Restores(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      Backups backups,
      ContinuousBackups continuousBackups,
      BackupSettings settings) {
    this.catalogue = catalogue;
    this.storage = storage;
    this.environment = environment;
    this.engine = engine;
    this.lifecycle = lifecycle;
    this.backups = backups.catalogue();
    this.continuousBackups = continuousBackups;
    this.delay = settings.delay();
  }

  /** Opens the restores of a store. To be called before the life cycle goes on with its tables. */
  static Restores open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      Backups backups,
      ContinuousBackups continuousBackups,
      BackupSettings settings) {
    Restores restores =
        new Restores(
            catalogue,
            storage,
            environment,
            engine,
            lifecycle,
            backups,
            continuousBackups,
            settings);
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        RestoreJob job = RestoreJob.decode(entries.value());
        restores.jobs.put(job.tableId(), job);
      }
    }
    catalogue.observe(restores);
    restores.resume();
    return restores;
  }

  /** Whether the table is being restored, so that nobody else makes it active. */
  public boolean isFilling(Table table) {
    return jobs.containsKey(table.description().id());
  }

  private void resume() {
    for (Table table : catalogue.allTables()) {
      RestoreJob job = jobs.get(table.description().id());
      if (job != null) {
        resume(table, job);
      }
    }
  }

  private void resume(Table table, RestoreJob job) {
    RestoreSource source = source(job);
    if (source == null) {
      LOG.log(
          Level.WARNING,
          "Table {0} was being restored, but its source is gone; it is removed.",
          table.name());
      lifecycle.abandon(table);
      jobs.remove(job.tableId());
    } else {
      fillLater(table, job, source);
    }
  }

  /** Null when it is gone. */
  private RestoreSource source(RestoreJob job) {
    if (job.isFromBackup()) {
      Backup backup = backups.hold(job.backupId());
      return backup == null ? null : RestoreSource.of(backup, storage);
    }
    for (Table table : catalogue.allTables()) {
      if (table.description().id().equals(job.sourceTableId())) {
        PointInTime past = continuousBackups.pointInTime(table);
        return past == null ? null : RestoreSource.of(past, job.moment());
      }
    }
    return null;
  }

  /**
   * Makes a table with the items of a backup, which cannot be deleted until it has them.
   *
   * @param creating the new table and its indexes in state CREATING
   * @throws DynamoDbException when the backup is gone, the name is taken or a quota is exhausted
   */
  public void fromBackup(Namespace caller, Backup backup, TableDescription creating) {
    if (backups.hold(backup.id()) == null) {
      throw BackupErrors.backupNotFound(backup.arn(caller));
    }
    restore(
        caller,
        creating,
        RestoreJob.fromBackup(creating.id(), backup),
        RestoreSource.of(backup, storage));
  }

  /**
   * Makes a table with the items that another one had at a moment.
   *
   * @param creating the new table and its indexes in state CREATING
   * @throws DynamoDbException when the past of the source does not reach there, the name is taken
   *     or a quota is exhausted
   */
  public void toPointInTime(
      Namespace caller, Table source, Instant moment, TableDescription creating) {
    PointInTime past = continuousBackups.pointInTime(source);
    if (past == null) {
      throw BackupErrors.recoveryNotEnabled(source.name());
    }
    if (!past.recovery().reaches(moment, environment.now())) {
      past.close();
      throw BackupErrors.invalidRestoreTime();
    }
    restore(
        caller,
        creating,
        RestoreJob.toPointInTime(creating.id(), source.description().id(), moment),
        RestoreSource.of(past, moment));
  }

  private void restore(
      Namespace caller, TableDescription creating, RestoreJob job, RestoreSource source) {
    Table table;
    try {
      checkSimultaneousRestores(caller);
      jobs.put(job.tableId(), job);
      table = lifecycle.createToFill(caller, creating, Restores::taken);
    } catch (RuntimeException refused) {
      end(job, source);
      throw refused;
    }
    fillLater(table, job, source);
  }

  private void checkSimultaneousRestores(Namespace caller) {
    long present = catalogue.tablesOf(caller).stream().filter(this::isFilling).count();
    if (present >= SIMULTANEOUS_RESTORES) {
      throw BackupErrors.tooManyRestores(SIMULTANEOUS_RESTORES);
    }
  }

  /** What to answer when the name of the new table is taken (control-plane.md §1.3 rule 1). */
  public static DynamoDbException taken(Table table) {
    return switch (table.description().status()) {
      case CREATING -> BackupErrors.tableIsBeingCreated(table.name());
      case DELETING -> BackupErrors.tableIsBeingDeleted(table.name());
      case UPDATING, ACTIVE -> BackupErrors.tableAlreadyExists(table.name());
    };
  }

  private void fillLater(Table table, RestoreJob job, RestoreSource source) {
    if (delay.isZero() && source.itemCount() <= ITEMS_RESTORED_AT_ONCE) {
      fill(table, job, source);
    } else {
      environment.scheduler().schedule(delay, () -> fill(table, job, source));
    }
  }

  private void fill(Table table, RestoreJob job, RestoreSource source) {
    TableLoad load = engine.load(table);
    ItemCursor items = source.items();
    while (items.next()) {
      load.put(items.item());
    }
    load.flush();
    lifecycle.filled(table);
    end(job, source);
  }

  private void end(RestoreJob job, RestoreSource source) {
    source.close();
    jobs.remove(job.tableId());
    if (job.isFromBackup()) {
      backups.release(job.backupId());
    }
  }

  /** A job is stored with the table that it fills, until the table is filled. */
  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    RestoreJob job = jobs.get(table.description().id());
    if (job == null) {
      return;
    }
    if (after != null && after.restoration().isInProgress()) {
      batch.put(COLLECTION, job.key(), job.encode());
    } else {
      batch.remove(COLLECTION, job.key());
    }
  }
}
