package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.table.TableSchema;

/** What a write must satisfy before an item is read, as for the single-item operations. */
public final class WriteRules {

  private WriteRules() {}

  /** The checks stand in the order of items.md §1.1. */
  public static void check(TableSchema table, WriteAction action) {
    if (action instanceof WriteAction.Insert insert) {
      StatementKeys.checkItem(table.key(), insert.item());
      KeyRules.checkItem(table.key(), insert.item());
      KeyRules.checkIndexKeys(table, insert.item());
    } else {
      StatementKeys.checkScalars(table.key(), action.key());
      StatementKeys.checkTypes(table.key(), action.key());
      KeyRules.checkKey(table.key(), action.key());
    }
    if (action instanceof WriteAction.UpdateItem update) {
      KeyRules.checkUpdate(table, update.update());
    }
    KeyRules.checkPaths(table, action.condition());
  }

  /** Refuses what a transaction reports apart from all other faults (transactions.md §3.3). */
  public static void checkNoEmptyKeys(TableSchema table, WriteAction action) {
    KeyRules.checkNoEmptyKeys(table, action.key());
    if (action instanceof WriteAction.UpdateItem update) {
      KeyRules.checkNoEmptyKeys(table, update.update());
    }
  }
}
