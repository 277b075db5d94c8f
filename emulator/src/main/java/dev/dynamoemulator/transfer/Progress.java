package dev.dynamoemulator.transfer;

import java.time.Instant;

/**
 * How far a job is.
 *
 * @param end null while it is in progress
 * @param failureCode null when it has not failed
 * @param failureMessage null when it has not failed
 */
public record Progress(
    TransferStatus status, Instant start, Instant end, String failureCode, String failureMessage) {

  static Progress begun(Instant start) {
    return new Progress(TransferStatus.IN_PROGRESS, start, null, null, null);
  }

  Progress completed(Instant now) {
    return new Progress(TransferStatus.COMPLETED, start, now, null, null);
  }

  Progress failed(Instant now, String code, String message) {
    return new Progress(TransferStatus.FAILED, start, now, code, message);
  }

  public boolean isRunning() {
    return status == TransferStatus.IN_PROGRESS;
  }
}
