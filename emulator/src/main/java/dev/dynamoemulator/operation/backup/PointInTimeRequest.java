package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.shape.Struct;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a RestoreTableToPointInTime request asks for, overrides apart.
 *
 * @param source the name or ARN of the table whose past is wanted
 * @param moment null for the latest one
 */
record PointInTimeRequest(String source, String target, Instant moment) {

  /** The request, when it names one source and one moment. */
  static PointInTimeRequest checked(Struct input) {
    String name = input.string("SourceTableName");
    String arn = input.string("SourceTableArn");
    checkOneSource(name, arn);
    Instant moment = Timestamp.of(input, "RestoreDateTime");
    checkOneMoment(moment != null, input.isTrue("UseLatestRestorableTime"));
    return new PointInTimeRequest(
        name == null ? arn : name, input.string("TargetTableName"), moment);
  }

  private static void checkOneSource(String name, String arn) {
    if (name == null && arn == null) {
      throw PointInTimeErrors.noSource();
    }
    if (name != null && arn != null) {
      throw PointInTimeErrors.twoSources();
    }
  }

  private static void checkOneMoment(boolean isGiven, boolean isLatest) {
    if (!isGiven && !isLatest) {
      throw PointInTimeErrors.noMoment();
    }
    if (isGiven && isLatest) {
      throw PointInTimeErrors.twoMoments();
    }
  }

  /** The moment to restore to: that of the request, or the present one. */
  Instant momentAt(Instant now) {
    return moment == null ? now.truncatedTo(ChronoUnit.MILLIS) : moment;
  }
}
