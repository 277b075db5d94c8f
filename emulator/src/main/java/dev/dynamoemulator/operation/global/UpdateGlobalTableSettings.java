package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.Replica;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableState;
import dev.dynamoemulator.table.TableUpdate;

/** Changes the capacity of all replicas of a global table of version 2017.11.29 (§9.12). */
public final class UpdateGlobalTableSettings implements Operation {

  private final GlobalAccess access;
  private final SettingsWriter writer;
  private final Environment environment;

  public UpdateGlobalTableSettings(GlobalAccess access, Environment environment) {
    this.access = access;
    this.writer = new SettingsWriter(access);
    this.environment = environment;
  }

  @Override
  public String name() {
    return "UpdateGlobalTableSettings";
  }

  @Override
  public Call check(Request request) {
    SettingsChange change = new SettingsChange(request.input());
    change.checkAsksForSomething();
    change.checkScaling();
    return () -> update(request.namespace(), request.input(), change);
  }

  private Reply update(Namespace caller, Struct input, SettingsChange change) {
    GlobalTable globalTable = access.legacy(caller, input.string("GlobalTableName"));
    change.checkReplicas(globalTable);
    for (Replica replica : globalTable.replicas()) {
      Table table = access.replicas().table(globalTable, replica.region());
      TableState.checkSettled(table.description());
      change.checkAgainst(table.description(), replica.region());
    }
    for (Replica replica : globalTable.replicas()) {
      Table table = access.replicas().table(globalTable, replica.region());
      access
          .lifecycle()
          .update(
              table,
              current -> {
                TableUpdate update = change.update(current, replica.region());
                return update.applyTo(current, environment.now());
              });
      access.scaling().change(table, settings -> change.scaling(settings, table));
    }
    return out -> writer.write(out, globalTable, "UPDATING");
  }
}
