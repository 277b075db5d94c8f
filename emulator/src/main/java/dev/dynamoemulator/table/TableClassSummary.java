package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.List;

/**
 * A table class that was given explicitly.
 *
 * @param updates when it was changed, oldest first; empty since the table was created
 */
public record TableClassSummary(TableClass tableClass, List<Instant> updates) {

  public TableClassSummary {
    updates = List.copyOf(updates);
  }
}
