package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;

/** Deletes a backup that nobody reads (control-plane.md §1). */
public final class DeleteBackup implements Operation {

  private final Backups backups;

  public DeleteBackup(Backups backups) {
    this.backups = backups;
  }

  @Override
  public String name() {
    return "DeleteBackup";
  }

  @Override
  public Call check(Request request) {
    return () -> delete(request.namespace(), request.input().string("BackupArn"));
  }

  private Reply delete(Namespace caller, String arn) {
    Backup backup = backups.delete(caller, arn);
    return out -> BackupWriter.writeDescription(out, caller, backup);
  }
}
