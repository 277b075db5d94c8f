package dev.dynamoemulator.bench;

import java.time.Duration;
import java.util.List;

/** A row of the table: one kind of request. */
sealed interface Row permits RequestRow, CreateTableRow {

  String name();

  /** The operation that a target must know to be measured. */
  String operation();

  /** Those of the numbers of connections asked for that it is measured at. */
  List<Integer> connections(List<Integer> asked);

  /** Whether the tables that are filled for all rows have to be there. */
  boolean needsTables();

  /**
   * Runs for about that long.
   *
   * @param run another number on each call, for keys that must be new
   */
  Load.Outcome run(RunningTarget target, int connections, Duration duration, int run);
}
