package dev.dynamoemulator.backup;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TableStatistics;
import dev.dynamoemulator.table.TableStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The on-demand backups of a store, and those that the deletion of tables with point-in-time
 * recovery leaves. They outlive their tables. Thread-safe.
 */
public final class Backups implements TableObserver {

  private static final String DELETED_TABLE = "$DeletedTableBackup";

  private final Catalogue catalogue;
  private final Environment environment;
  private final ContinuousBackups continuousBackups;
  private final TableStatistics statistics;
  private final BackupCatalogue backups;
  private final BackupCopy copy;

  private Backups(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      ContinuousBackups continuousBackups,
      TableStatistics statistics,
      BackupSettings settings) {
    this.catalogue = catalogue;
    this.environment = environment;
    this.continuousBackups = continuousBackups;
    this.statistics = statistics;
    this.backups = BackupCatalogue.open(storage, catalogue.isShared());
    this.copy =
        new BackupCopy(
            storage, environment, continuousBackups.histories(), settings.delay(), backups::store);
  }

  /**
   * Opens the backups of a store, follows its tables, and goes on with what was under way. To be
   * called before tables are used.
   *
   * @param statistics tells how much the tables hold
   */
  static Backups open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      ContinuousBackups continuousBackups,
      TableStatistics statistics,
      BackupSettings settings) {
    Backups opened =
        new Backups(catalogue, storage, environment, continuousBackups, statistics, settings);
    Map<Backup, Table> unfinished = new LinkedHashMap<>();
    for (Table table : catalogue.allTables()) {
      opened.backups.unfinished(table).forEach(backup -> unfinished.put(backup, table));
    }
    unfinished.forEach(opened.copy::follow);
    opened.dropForgotten(storage);
    unfinished.forEach(opened.copy::start);
    opened.backups.all().forEach(opened::deleteWhenExpired);
    catalogue.observe(opened);
    return opened;
  }

  /** Removes what a crash left between the deletion of something and that of its collections. */
  private void dropForgotten(Storage storage) {
    for (String collection : storage.collections()) {
      boolean isForgottenBackup =
          collection.startsWith(Backup.COLLECTIONS) && !backups.uses(collection);
      if (isForgottenBackup || continuousBackups.histories().isForgotten(collection)) {
        storage.drop(collection);
      }
    }
  }

  /**
   * Begins a backup of the table as it is now. Writers go on meanwhile.
   *
   * @return the backup in state CREATING
   * @throws DynamoDbException when the table is being deleted
   */
  public Backup create(Table table, String name) {
    // Measures a table that nobody measured since the start, while others need not wait for it.
    statistics.sizeBytes(table.schema().collection());
    Backup backup = catalogue.whileUnchanged(() -> begin(table, name));
    copy.start(backup, table);
    return backup;
  }

  private Backup begin(Table table, String name) {
    if (table.description().status() == TableStatus.DELETING) {
      throw BackupErrors.tableIsBeingDeleted(table.name());
    }
    Instant created = environment.now();
    String id = backups.newId(created, environment.ids());
    Backup backup =
        describe(table, created, id, name, BackupType.USER, Backup.COLLECTIONS + id)
            .withStatus(BackupStatus.CREATING);
    copy.follow(backup, table);
    backups.store(backup);
    return backup;
  }

  private Backup describe(
      Table table, Instant created, String id, String name, BackupType type, String collection) {
    TableDescription description = table.description();
    return new Backup(
        id,
        name,
        type,
        BackupStatus.AVAILABLE,
        created.truncatedTo(ChronoUnit.MILLIS),
        collection,
        table.namespace(),
        description,
        statistics.itemCount(description.collection()),
        statistics.sizeBytes(description.collection()));
  }

  /**
   * The backup of that ARN.
   *
   * @throws DynamoDbException when the caller has no such backup
   */
  public Backup backup(Namespace caller, String arn) {
    return backups.backup(caller, arn);
  }

  /**
   * The same of a backup that is complete.
   *
   * @throws DynamoDbException when the caller has no such backup, or it is being made
   */
  public Backup available(Namespace caller, String arn) {
    return backups.available(caller, arn);
  }

  /** The caller's backups, oldest first. */
  public List<Backup> list(Namespace caller) {
    return backups.list(caller);
  }

  /**
   * Deletes a backup.
   *
   * @return the backup in state DELETED
   * @throws DynamoDbException when there is no such backup, or it is in use
   */
  public Backup delete(Namespace caller, String arn) {
    return backups.delete(caller, arn);
  }

  BackupCatalogue catalogue() {
    return backups;
  }

  private void deleteWhenExpired(Backup backup) {
    if (backup.expiry() != null) {
      Duration wait = Duration.between(environment.now(), backup.expiry());
      environment
          .scheduler()
          .schedule(wait.isNegative() ? Duration.ZERO : wait, () -> backups.remove(backup));
    }
  }

  /** "You can't delete the source table" while a backup is in progress (Developer Guide). */
  @Override
  public void check(Table table, TableDescription after) {
    if (after.status() == TableStatus.DELETING && !backups.unfinished(table).isEmpty()) {
      throw BackupErrors.tableIsBeingBackedUp(table.name());
    }
  }

  /** A table with point-in-time recovery leaves its items to a backup (control-plane.md §2.6). */
  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after == null && continuousBackups.recovery(table) != null) {
      String collection = table.description().collection();
      Instant created = environment.now();
      Backup backup =
          describe(
              table,
              created,
              backups.newId(created, environment.ids()),
              table.name() + DELETED_TABLE,
              BackupType.SYSTEM,
              collection);
      backups.store(batch, backup);
      deleteWhenExpired(backup);
    }
  }

  @Override
  public boolean keepsItems(Table table) {
    return backups.uses(table.description().collection());
  }
}
