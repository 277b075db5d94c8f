package dev.dynamoemulator.table;

import java.time.Instant;

/**
 * Whether the table refuses to be deleted.
 *
 * @param changed when it was last switched; null since the table was created
 */
public record DeletionProtection(boolean isEnabled, Instant changed) {}
