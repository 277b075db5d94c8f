package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.transfer.bucket.BucketException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;

/** How jobs fail: codes and messages of a job, not of an answer (control-plane.md §4.5, §4.7). */
final class JobFailures {

  private static final Logger LOG = System.getLogger(JobFailures.class.getName());

  private JobFailures() {}

  static Progress invalidItems(Progress running, Instant now) {
    return running.failed(
        now,
        "ItemValidationError",
        "Some of the items failed validation checks and were not imported. Please check CloudWatch"
            + " error logs for more details.");
  }

  static Progress sourceIsGone(Progress running, Instant now) {
    return running.failed(
        now,
        "PointInTimeRecoveryUnavailable",
        "Point in time recovery was switched off while the table was exported");
  }

  static Progress tableIsGone(Progress running, Instant now) {
    return running.failed(now, "TableNotFound", "The table was deleted while it was imported");
  }

  /** Where it happened is of interest only when nobody foresaw it. */
  static void log(Job job, Throwable cause) {
    if (cause instanceof BucketException || cause instanceof DynamoDbException) {
      LOG.log(Level.WARNING, "{0} failed: {1}", job.arn(job.owner()), cause.getMessage());
    } else {
      LOG.log(Level.WARNING, job.arn(job.owner()) + " failed", cause);
    }
  }

  /** Whatever was thrown. */
  static Progress of(Progress running, Instant now, Throwable cause) {
    if (cause instanceof BucketException bucket) {
      return running.failed(now, bucket.code(), bucket.getMessage());
    }
    if (cause instanceof DynamoDbException quota) {
      return running.failed(now, quota.code().exceptionName(), quota.getMessage());
    }
    if (cause instanceof LinkageError) {
      return running.failed(
          now,
          "LibraryMissing",
          "A library for this format is not on the class path: " + cause.getMessage());
    }
    return running.failed(now, "InternalServerError", cause.toString());
  }
}
