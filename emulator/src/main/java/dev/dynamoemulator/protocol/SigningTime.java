package dev.dynamoemulator.protocol;

import dev.dynamoemulator.model.DynamoDbException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When a request was signed, beside the time at which it arrives. Unlike the service's, age alone
 * refuses no request, for tests freeze the clocks of their clients. One that is refused for what
 * the service checks later is told of its age all the same (protocol.md §4).
 *
 * @param isoDate in ISO-8601 basic format, whose texts sort by time
 */
record SigningTime(String isoDate, InstantSource clock) {

  private static final Duration TOLERANCE = Duration.ofMinutes(15);

  /** What the service reports of a request with this fault. */
  DynamoDbException outranking(DynamoDbException fault) {
    Instant now = clock.instant();
    String earliest = SignatureDate.basicFormat(now.minus(TOLERANCE));
    if (isoDate.compareTo(earliest) < 0) {
      return ProtocolErrors.expired(isoDate, earliest, SignatureDate.basicFormat(now));
    }
    String latest = SignatureDate.basicFormat(now.plus(TOLERANCE));
    if (isoDate.compareTo(latest) > 0) {
      return ProtocolErrors.notYetCurrent(isoDate, latest, SignatureDate.basicFormat(now));
    }
    return fault;
  }
}
