package dev.dynamoemulator.backup;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;

/** What there is for backing up tables and restoring them, to be handed on together. */
public record BackupParts(ContinuousBackups continuousBackups, Backups backups, Restores restores) {

  /**
   * Opens the backups and restores of a store, and goes on with what was under way. To be called
   * before tables are used and before their life cycle goes on.
   */
  public static BackupParts open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      ContinuousBackups continuousBackups,
      BackupSettings settings) {
    Backups backups =
        Backups.open(
            catalogue, storage, environment, continuousBackups, engine.statistics(), settings);
    Restores restores =
        Restores.open(
            catalogue,
            storage,
            environment,
            engine,
            lifecycle,
            backups,
            continuousBackups,
            settings);
    return new BackupParts(continuousBackups, backups, restores);
  }
}
