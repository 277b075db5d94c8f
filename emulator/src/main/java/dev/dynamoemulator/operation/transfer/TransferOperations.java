package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.transfer.Exports;
import dev.dynamoemulator.transfer.Imports;
import dev.dynamoemulator.transfer.TransferParts;
import java.util.List;

/** The operations on exports and imports. */
public final class TransferOperations {

  private TransferOperations() {}

  public static List<Operation> all(
      Catalogue catalogue, TransferParts parts, Environment environment) {
    Exports exports = parts.exports();
    Imports imports = parts.imports();
    return List.of(
        new ExportTableToPointInTime(catalogue, exports, environment),
        new DescribeExport(exports),
        new ListExports(exports),
        new ImportTable(imports, environment),
        new DescribeImport(imports),
        new ListImports(imports));
  }
}
