package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.BackupParts;
import dev.dynamoemulator.backup.BackupSettings;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.operation.OperationFixture;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Instant;
import java.util.Map;

/** Tables whose past is kept, with the operations on backups. */
public class RecordedFixture extends OperationFixture {

  protected final ContinuousBackups continuousBackups;
  protected final Parts parts;
  protected final BackupParts backups;

  protected RecordedFixture(
      Storage storage, TransientDelays delays, Instant start, boolean isShared) {
    super(storage, delays, start, isShared);
    BackupSettings settings = BackupSettings.unbounded(delays.create());
    continuousBackups = ContinuousBackups.open(catalogue, storage, environment, settings, Map.of());
    parts = follow(continuousBackups.changeLog());
    backups =
        BackupParts.open(
            catalogue,
            storage,
            environment,
            parts.engine(),
            parts.lifecycle(),
            continuousBackups,
            settings);
    add(BackupOperations.all(catalogue, backups, parts.descriptions(), environment));
  }
}
