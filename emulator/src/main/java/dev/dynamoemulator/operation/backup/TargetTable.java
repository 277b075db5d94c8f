package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Restores;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** The table that a restore is to make. */
final class TargetTable {

  private TargetTable() {}

  static void checkFree(Catalogue catalogue, Namespace caller, String name) {
    Table namesake = catalogue.find(caller, name);
    if (namesake != null) {
      throw Restores.taken(namesake);
    }
  }
}
