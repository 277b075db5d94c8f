package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableDescription;

/** Describes a table in whatever state it is (tables.md §7). */
public final class DescribeTable implements Operation {

  private final Catalogue catalogue;
  private final TableDescriptionWriter descriptions;

  public DescribeTable(Catalogue catalogue, TableDescriptionWriter descriptions) {
    this.catalogue = catalogue;
    this.descriptions = descriptions;
  }

  @Override
  public String name() {
    return "DescribeTable";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request.namespace(), request.input().string("TableName"));
  }

  private Reply describe(Namespace caller, String tableName) {
    TableDescription table = catalogue.tableInAnyState(caller, tableName).description();
    return out -> descriptions.write(out, "Table", caller, table);
  }
}
