package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.BackupErrors;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Finds the table that a request speaks of, and checks what all these operations do. */
final class SourceTable {

  private SourceTable() {}

  /**
   * @param member holds a name or an ARN
   */
  static Table find(Catalogue catalogue, Request request, String member) {
    return catalogue.tableInAnyState(
        request.namespace(), request.input().string(member), BackupErrors::tableNotFound);
  }

  /** Straight after its creation a table has no backups (control-plane.md §1.2 rule 4). */
  static void checkBackupsEnabled(ContinuousBackups continuousBackups, Table table) {
    if (!continuousBackups.isReady(table.description())) {
      throw BackupErrors.backupsAreBeingEnabled(table.name());
    }
  }
}
