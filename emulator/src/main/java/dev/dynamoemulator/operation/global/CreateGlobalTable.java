package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import java.util.List;

/** Makes empty tables of several regions a global table of version 2017.11.29 (§9.12). */
public final class CreateGlobalTable implements Operation {

  private final GlobalAccess access;
  private final Environment environment;

  public CreateGlobalTable(GlobalAccess access, Environment environment) {
    this.access = access;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "CreateGlobalTable";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    String name = input.string("GlobalTableName");
    List<String> regions =
        input.structs("ReplicationGroup").stream()
            .map(replica -> replica.string("RegionName"))
            .toList();
    if (regions.isEmpty()) {
      throw GlobalTableErrors.noReplicas();
    }
    LegacyReplicas.checkRegions(regions, request.namespace().region());
    return () -> create(request.namespace(), name, regions);
  }

  private Reply create(Namespace caller, String name, List<String> regions) {
    if (!access.replicas().areSupported()) {
      throw GlobalTableErrors.noRegions();
    }
    if (access.findLegacy(caller, name) != null) {
      throw GlobalTableErrors.globalTableAlreadyExists(name);
    }
    LegacyReplicas replicas = new LegacyReplicas(access, caller, name);
    List<Table> tables = replicas.tables(regions);
    replicas.checkEach(tables);
    LegacyReplicas.checkAlike(tables.get(0).description(), tables);
    GlobalTable created =
        access
            .replicas()
            .createLegacy(
                GlobalTable.legacy(
                    environment.ids().uuid(),
                    name,
                    environment.now(),
                    tables.stream().map(Table::namespace).toList()));
    return out -> GlobalTableWriter.write(out, caller, created, "CREATING", access.replicas());
  }
}
