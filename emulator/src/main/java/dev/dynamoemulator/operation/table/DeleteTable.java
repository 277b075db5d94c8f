package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;

/** Deletes a table with all that it holds (tables.md §7). */
public final class DeleteTable implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;
  private final TableDescriptionWriter descriptions;

  public DeleteTable(
      Catalogue catalogue, TableLifecycle lifecycle, TableDescriptionWriter descriptions) {
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
    this.descriptions = descriptions;
  }

  @Override
  public String name() {
    return "DeleteTable";
  }

  @Override
  public Call check(Request request) {
    return () -> delete(request.namespace(), request.input().string("TableName"));
  }

  private Reply delete(Namespace caller, String tableName) {
    TableDescription deleting = lifecycle.delete(catalogue.tableInAnyState(caller, tableName));
    return out -> descriptions.writeShort(out, "TableDescription", caller, deleting);
  }
}
