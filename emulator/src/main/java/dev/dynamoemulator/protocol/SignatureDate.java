package dev.dynamoemulator.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The forms of a signing date. */
final class SignatureDate {

  private static final String PATTERN = "00000000T000000Z";
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private SignatureDate() {}

  /**
   * The date in ISO-8601 basic format.
   *
   * @param date in that format, or in that of the HTTP header {@code Date}
   */
  static String toBasicFormat(String date) {
    if (isBasicFormat(date)) {
      return date;
    }
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
          .withZoneSameInstant(ZoneOffset.UTC)
          .format(BASIC);
    } catch (DateTimeException neitherForm) {
      throw ProtocolErrors.malformedDate(date);
    }
  }

  static String basicFormat(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).format(BASIC);
  }

  private static boolean isBasicFormat(String date) {
    if (date.length() != PATTERN.length()) {
      return false;
    }
    for (int i = 0; i < PATTERN.length(); i++) {
      char expected = PATTERN.charAt(i);
      char actual = date.charAt(i);
      if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
        return false;
      }
    }
    return true;
  }
}
