package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import java.util.Collection;

/** How many tables an account may have and change at a time in one region (tables.md §3.4). */
final class TableQuota {

  private final Catalogue catalogue;
  private final Limits limits;

  TableQuota(Catalogue catalogue, Limits limits) {
    this.catalogue = catalogue;
    this.limits = limits;
  }

  void checkCreate(Namespace namespace, TableDescription creating) {
    Collection<Table> tables = catalogue.tablesOf(namespace);
    checkSimultaneousChanges(tables);
    checkIndexedTables(tables, creating);
    if (tables.size() >= limits.tables()) {
      throw TableErrors.tooManyTables(limits.tables());
    }
  }

  void checkChange(Namespace namespace) {
    checkSimultaneousChanges(catalogue.tablesOf(namespace));
  }

  private void checkSimultaneousChanges(Collection<Table> tables) {
    long changing =
        tables.stream().filter(table -> table.description().status() != TableStatus.ACTIVE).count();
    if (changing >= limits.changingTables()) {
      throw TableErrors.tooManySimultaneousChanges(limits.changingTables());
    }
  }

  private void checkIndexedTables(Collection<Table> tables, TableDescription creating) {
    if (!creating.hasIndexes()) {
      return;
    }
    long indexed =
        tables.stream()
            .map(Table::description)
            .filter(table -> table.status() == TableStatus.CREATING && table.hasIndexes())
            .count();
    if (indexed >= limits.creatingIndexedTables()) {
      throw TableErrors.tooManyIndexedTablesCreated();
    }
  }
}
