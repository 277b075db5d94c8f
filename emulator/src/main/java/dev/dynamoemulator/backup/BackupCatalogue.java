package dev.dynamoemulator.backup;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All backups, in memory and in storage, and which of them are being read. Thread-safe. */
final class BackupCatalogue {

  private static final String COLLECTION = "backups";

  private final Storage storage;
  private final boolean isShared;

  /** By id, and so by time. */
  private final TreeMap<String, Backup> backups = new TreeMap<>();

  /** How many restores read a backup, by its id. */
  private final Map<String, Integer> readers = new HashMap<>();

  private BackupCatalogue(Storage storage, boolean isShared) {
    this.storage = storage;
    this.isShared = isShared;
  }

  /**
   * The backups of a store.
   *
   * @param isShared whether all accounts and regions see the same ones
   */
  static BackupCatalogue open(Storage storage, boolean isShared) {
    BackupCatalogue catalogue = new BackupCatalogue(storage, isShared);
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        Backup backup = BackupCodec.decode(entries.value());
        catalogue.backups.put(backup.id(), backup);
      }
    }
    return catalogue;
  }

  /** Oldest first. */
  synchronized List<Backup> all() {
    return new ArrayList<>(backups.values());
  }

  /** Those that the caller sees, oldest first. */
  synchronized List<Backup> list(Namespace caller) {
    return backups.values().stream().filter(backup -> isVisible(backup, caller)).toList();
  }

  /** Those of the table that are not complete yet. */
  synchronized List<Backup> unfinished(Table table) {
    return backups.values().stream()
        .filter(backup -> backup.status() == BackupStatus.CREATING)
        .filter(backup -> backup.table().id().equals(table.description().id()))
        .toList();
  }

  /** Whether the items of a backup are in that collection. */
  synchronized boolean uses(String collection) {
    return backups.values().stream().anyMatch(backup -> backup.collection().equals(collection));
  }

  synchronized String newId(Instant created, Ids ids) {
    return ids.dated(created, backups::containsKey);
  }

  /** Adds a backup, or replaces it by what has become of it. */
  synchronized void store(Backup backup) {
    WriteBatch batch = new WriteBatch();
    store(batch, backup);
    storage.commit(batch);
  }

  /** The same, in storage when the caller commits the batch. */
  synchronized void store(WriteBatch batch, Backup backup) {
    batch.put(COLLECTION, BackupCodec.key(backup), BackupCodec.encode(backup));
    backups.put(backup.id(), backup);
  }

  /** Removes a backup with its items; no effect when it is gone. */
  synchronized void remove(Backup backup) {
    if (backups.containsKey(backup.id())) {
      storage.commit(new WriteBatch().remove(COLLECTION, BackupCodec.key(backup)));
      backups.remove(backup.id());
      storage.drop(backup.collection());
    }
  }

  /**
   * Removes a backup on request.
   *
   * @throws DynamoDbException when there is no such backup, or it is in use
   */
  synchronized Backup delete(Namespace caller, String arn) {
    Backup backup = available(caller, arn);
    if (readers.containsKey(backup.id())) {
      throw BackupErrors.backupIsBeingRestored(arn);
    }
    remove(backup);
    return backup.withStatus(BackupStatus.DELETED);
  }

  /**
   * The backup of that ARN.
   *
   * @throws DynamoDbException when the caller has no such backup
   */
  synchronized Backup backup(Namespace caller, String arn) {
    BackupReference reference = BackupReference.of(arn);
    if (reference == null) {
      throw BackupErrors.backupNotFound(arn);
    }
    if (!isShared) {
      Catalogue.checkReach(caller, reference.namespace(), arn);
    }
    Backup backup = backups.get(reference.id());
    if (backup == null
        || !backup.table().name().equals(reference.tableName())
        || !isVisible(backup, caller)) {
      throw BackupErrors.backupNotFound(arn);
    }
    return backup;
  }

  private boolean isVisible(Backup backup, Namespace caller) {
    return isShared || backup.owner().equals(caller);
  }

  /**
   * The backup of that ARN, complete.
   *
   * @throws DynamoDbException when there is no such backup, or it is being made
   */
  synchronized Backup available(Namespace caller, String arn) {
    Backup backup = backup(caller, arn);
    if (backup.status() == BackupStatus.CREATING) {
      throw BackupErrors.backupIsBeingCreated(arn);
    }
    return backup;
  }

  /** The backup of that id, which cannot be deleted until {@link #release}; null for none. */
  synchronized Backup hold(String id) {
    Backup backup = backups.get(id);
    if (backup != null) {
      readers.merge(id, 1, Integer::sum);
    }
    return backup;
  }

  synchronized void release(String id) {
    readers.computeIfPresent(id, (unused, count) -> count == 1 ? null : count - 1);
  }
}
