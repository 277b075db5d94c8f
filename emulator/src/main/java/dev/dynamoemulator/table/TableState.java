package dev.dynamoemulator.table;

/** What the state of a table and its indexes does not allow. */
public final class TableState {

  private TableState() {}

  /** Refuses to delete what is in use or protected (tables.md §7). */
  public static void checkDeletable(TableDescription table) {
    checkSettled(table);
    checkIndexesIdle(table);
    checkUnprotected(table);
  }

  /** Refuses to change a table that is in a transient state. */
  public static void checkSettled(TableDescription table) {
    switch (table.status()) {
      case CREATING -> throw TableErrors.tableIsBeingCreated(table.name());
      case UPDATING -> throw TableErrors.tableIsBeingUpdated(table.name());
      case DELETING -> throw TableErrors.tableIsBeingDeleted(table.name());
      case ACTIVE -> {}
    }
  }

  /** Refuses what a table that is not there yet, or almost gone, cannot do. */
  public static void checkUsable(TableDescription table) {
    if (table.status() != TableStatus.UPDATING) {
      checkSettled(table);
    }
  }

  private static void checkIndexesIdle(TableDescription table) {
    for (OnlineIndex index : table.onlineIndexes()) {
      if (index.status() != IndexStatus.ACTIVE) {
        throw TableErrors.indexesAreBusy();
      }
    }
  }

  private static void checkUnprotected(TableDescription table) {
    if (table.deletionProtection().isEnabled()) {
      throw TableErrors.protectedAgainstDeletion();
    }
  }
}
