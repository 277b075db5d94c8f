package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;

/** Describes a backup (control-plane.md §1). */
public final class DescribeBackup implements Operation {

  private final Backups backups;

  public DescribeBackup(Backups backups) {
    this.backups = backups;
  }

  @Override
  public String name() {
    return "DescribeBackup";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request.namespace(), request.input().string("BackupArn"));
  }

  private Reply describe(Namespace caller, String arn) {
    Backup backup = backups.backup(caller, arn);
    return out -> BackupWriter.writeDescription(out, caller, backup);
  }
}
