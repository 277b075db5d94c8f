package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.BackupParts;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.backup.Restores;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;

/** The operations on backups, and the restores. */
public final class BackupOperations {

  private BackupOperations() {}

  public static List<Operation> all(
      Catalogue catalogue,
      BackupParts parts,
      TableDescriptionWriter descriptions,
      Environment environment) {
    ContinuousBackups continuousBackups = parts.continuousBackups();
    Backups backups = parts.backups();
    Restores restores = parts.restores();
    return List.of(
        new CreateBackup(catalogue, continuousBackups, backups),
        new DescribeBackup(backups),
        new ListBackups(catalogue, backups),
        new DeleteBackup(backups),
        new RestoreTableFromBackup(catalogue, backups, restores, descriptions, environment),
        new UpdateContinuousBackups(catalogue, continuousBackups, environment),
        new DescribeContinuousBackups(catalogue, continuousBackups, environment),
        new RestoreTableToPointInTime(
            catalogue, continuousBackups, restores, descriptions, environment));
  }
}
