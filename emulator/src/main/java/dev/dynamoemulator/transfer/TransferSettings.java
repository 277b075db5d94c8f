package dev.dynamoemulator.transfer;

import dev.dynamoemulator.transfer.bucket.Buckets;
import java.time.Duration;

/**
 * How exports and imports are done.
 *
 * @param delay how long they are in progress before anything is done
 */
public record TransferSettings(Buckets buckets, Duration delay, TransferQuotas quotas) {}
