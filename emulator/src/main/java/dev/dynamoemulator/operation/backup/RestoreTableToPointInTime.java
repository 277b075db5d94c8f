package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.BackupErrors;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.backup.PointInTimeRecovery;
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
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import java.time.Instant;

/** Makes a table out of the past of another one (control-plane.md §2). */
public final class RestoreTableToPointInTime implements Operation {

  private final Catalogue catalogue;
  private final ContinuousBackups continuousBackups;
  private final Restores restores;
  private final TableDescriptionWriter descriptions;
  private final Environment environment;

  public RestoreTableToPointInTime(
      Catalogue catalogue,
      ContinuousBackups continuousBackups,
      Restores restores,
      TableDescriptionWriter descriptions,
      Environment environment) {
    this.catalogue = catalogue;
    this.continuousBackups = continuousBackups;
    this.restores = restores;
    this.descriptions = descriptions;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "RestoreTableToPointInTime";
  }

  @Override
  public Call check(Request request) {
    PointInTimeRequest restore = PointInTimeRequest.checked(request.input());
    RestoreOverrides overrides = RestoreOverrides.checked(request.input());
    overrides.checkNoWarmThroughput();
    return () -> restore(request, restore, overrides);
  }

  private Reply restore(Request request, PointInTimeRequest restore, RestoreOverrides overrides) {
    Namespace caller = request.namespace();
    Instant now = environment.now();
    Table source = catalogue.tableInAnyState(caller, restore.source(), BackupErrors::tableNotFound);
    Instant moment = restore.momentAt(now);
    checkReach(source, moment, now);
    TargetTable.checkFree(catalogue, caller, restore.target());
    Restoration restoration = new Restoration(null, caller.tableArn(source.name()), moment, true);
    TableDescription creating =
        overrides.applyTo(source.description(), restore.target(), restoration, caller, environment);
    restores.toPointInTime(caller, source, moment, creating);
    return out -> descriptions.write(out, "TableDescription", caller, creating);
  }

  private void checkReach(Table source, Instant moment, Instant now) {
    PointInTimeRecovery recovery = continuousBackups.recovery(source);
    if (recovery == null) {
      throw BackupErrors.recoveryNotEnabled(source.name());
    }
    if (!recovery.reaches(moment, now)) {
      throw BackupErrors.invalidRestoreTime();
    }
  }
}
