package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.backup.PointInTimeRecovery;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Switches point-in-time recovery on or off, or changes its period (control-plane.md §2). */
public final class UpdateContinuousBackups implements Operation {

  private final Catalogue catalogue;
  private final ContinuousBackups continuousBackups;
  private final Environment environment;

  public UpdateContinuousBackups(
      Catalogue catalogue, ContinuousBackups continuousBackups, Environment environment) {
    this.catalogue = catalogue;
    this.continuousBackups = continuousBackups;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "UpdateContinuousBackups";
  }

  @Override
  public Call check(Request request) {
    Struct specification = request.input().struct("PointInTimeRecoverySpecification");
    return () -> update(request, specification);
  }

  private Reply update(Request request, Struct specification) {
    Table table = SourceTable.find(catalogue, request, "TableName");
    SourceTable.checkBackupsEnabled(continuousBackups, table);
    PointInTimeRecovery recovery = changed(table, specification);
    return out -> ContinuousBackupsWriter.write(out, recovery, environment.now());
  }

  private PointInTimeRecovery changed(Table table, Struct specification) {
    if (specification.isTrue("PointInTimeRecoveryEnabled")) {
      return continuousBackups.enable(table, specification.integer("RecoveryPeriodInDays"));
    }
    continuousBackups.disable(table);
    return null;
  }
}
