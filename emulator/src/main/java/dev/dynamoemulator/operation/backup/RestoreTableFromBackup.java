package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.backup.Restores;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.table.RestoreOverrides;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Restoration;
import dev.dynamoemulator.table.TableDescription;

/** Makes a table out of a backup (control-plane.md §1.3). */
public final class RestoreTableFromBackup implements Operation {

  private final Catalogue catalogue;
  private final Backups backups;
  private final Restores restores;
  private final TableDescriptionWriter descriptions;
  private final Environment environment;

  public RestoreTableFromBackup(
      Catalogue catalogue,
      Backups backups,
      Restores restores,
      TableDescriptionWriter descriptions,
      Environment environment) {
    this.catalogue = catalogue;
    this.backups = backups;
    this.restores = restores;
    this.descriptions = descriptions;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "RestoreTableFromBackup";
  }

  @Override
  public Call check(Request request) {
    RestoreOverrides overrides = RestoreOverrides.checked(request.input());
    return () -> restore(request, overrides);
  }

  private Reply restore(Request request, RestoreOverrides overrides) {
    Namespace caller = request.namespace();
    String target = request.input().string("TargetTableName");
    Backup backup = backups.available(caller, request.input().string("BackupArn"));
    TargetTable.checkFree(catalogue, caller, target);
    TableDescription creating =
        overrides.applyTo(backup.table(), target, restoration(caller, backup), caller, environment);
    restores.fromBackup(caller, backup, creating);
    return out -> descriptions.write(out, "TableDescription", caller, creating);
  }

  private static Restoration restoration(Namespace caller, Backup backup) {
    return new Restoration(
        backup.arn(caller), caller.tableArn(backup.table().name()), backup.created(), true);
  }
}
