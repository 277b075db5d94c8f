package dev.dynamoemulator.bench;

import java.time.Duration;

/** A row of the table: one kind of request. */
sealed interface Row permits RequestRow, CreateTableRow {

  String name();

  /** The operation that a target must know to be measured. */
  String operation();

  /** Whether it means anything with so many connections. */
  boolean allows(int connections);

  /**
   * Runs for about that long.
   *
   * @param run another number on each call, for keys that must be new
   */
  Load.Outcome run(RunningTarget target, int connections, Duration duration, int run);
}
