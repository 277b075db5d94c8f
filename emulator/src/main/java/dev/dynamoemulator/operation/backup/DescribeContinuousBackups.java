package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.backup.PointInTimeRecovery;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Tells whether and how far a table can be restored to its past (control-plane.md §2). */
public final class DescribeContinuousBackups implements Operation {

  private final Catalogue catalogue;
  private final ContinuousBackups continuousBackups;
  private final Environment environment;

  public DescribeContinuousBackups(
      Catalogue catalogue, ContinuousBackups continuousBackups, Environment environment) {
    this.catalogue = catalogue;
    this.continuousBackups = continuousBackups;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "DescribeContinuousBackups";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    Table table = SourceTable.find(catalogue, request, "TableName");
    PointInTimeRecovery recovery = continuousBackups.recovery(table);
    return out -> ContinuousBackupsWriter.write(out, recovery, environment.now());
  }
}
