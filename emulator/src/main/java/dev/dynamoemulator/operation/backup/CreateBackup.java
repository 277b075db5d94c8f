package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Begins a backup of a table (control-plane.md §1). */
public final class CreateBackup implements Operation {

  private final Catalogue catalogue;
  private final ContinuousBackups continuousBackups;
  private final Backups backups;

  public CreateBackup(Catalogue catalogue, ContinuousBackups continuousBackups, Backups backups) {
    this.catalogue = catalogue;
    this.continuousBackups = continuousBackups;
    this.backups = backups;
  }

  @Override
  public String name() {
    return "CreateBackup";
  }

  @Override
  public Call check(Request request) {
    return () -> create(request);
  }

  private Reply create(Request request) {
    Table table = SourceTable.find(catalogue, request, "TableName");
    SourceTable.checkBackupsEnabled(continuousBackups, table);
    Backup backup = backups.create(table, request.input().string("BackupName"));
    return out -> BackupWriter.writeDetails(out, request.namespace(), backup);
  }
}
