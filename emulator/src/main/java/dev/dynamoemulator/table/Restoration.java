package dev.dynamoemulator.table;

import java.time.Instant;

/**
 * Where a restored table came from.
 *
 * @param sourceBackupArn null when it was restored to a point in time
 * @param sourceTableArn the table as it was called then
 * @param moment the moment whose state it was given
 */
public record Restoration(
    String sourceBackupArn, String sourceTableArn, Instant moment, boolean isInProgress) {

  Restoration settled() {
    return new Restoration(sourceBackupArn, sourceTableArn, moment, false);
  }
}
