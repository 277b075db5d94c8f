package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.InsightErrors;
import dev.dynamoemulator.insight.InsightTarget;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of summaries ended: tables come in the order of their names, indexes behind their
 * table.
 */
record SummaryToken(String position) {

  /** Stands before every name of an index, and for the table itself. */
  private static final char SEPARATOR = ' ';

  /** Reads the text of a token; null stands for the first page. */
  static SummaryToken checked(String text) {
    if (text == null) {
      return new SummaryToken("");
    }
    try {
      String position = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (position.indexOf(SEPARATOR) > 0) {
        return new SummaryToken(position);
      }
    } catch (IllegalArgumentException unreadable) {
      throw InsightErrors.invalidToken();
    }
    throw InsightErrors.invalidToken();
  }

  static SummaryToken at(InsightTarget target) {
    return new SummaryToken(position(target));
  }

  static String position(InsightTarget target) {
    return target.tableName() + SEPARATOR + (target.indexName() == null ? "" : target.indexName());
  }

  boolean isBefore(InsightTarget target) {
    return position.compareTo(position(target)) < 0;
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }
}
