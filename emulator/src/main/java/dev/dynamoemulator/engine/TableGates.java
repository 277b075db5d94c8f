package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The gates of several tables, entered together by who writes items of all of them. */
final class TableGates {

  private static final Comparator<Table> ORDER =
      Comparator.comparing(table -> table.schema().collection());

  private TableGates() {}

  /**
   * Enters in one order, so that a waiting change of a table cannot tie up those who enter.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when a table is gone
   */
  static Held enter(Set<Table> tables) {
    List<Table> ordered = new ArrayList<>(tables);
    ordered.sort(ORDER);
    for (Table table : ordered) {
      table.gate().readLock().lock();
    }
    Held held = () -> ordered.forEach(table -> table.gate().readLock().unlock());
    for (Table table : ordered) {
      if (table.isDropped()) {
        held.close();
        throw WriteErrors.tableNotFound();
      }
    }
    return held;
  }
}
