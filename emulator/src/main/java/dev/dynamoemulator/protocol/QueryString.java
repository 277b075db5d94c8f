package dev.dynamoemulator.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Finds parameters in the query of a URL. */
final class QueryString {

  private QueryString() {}

  /** The decoded value, empty when the parameter has none; null when there is no such parameter. */
  static String parameter(String query, String name) {
    if (query == null) {
      return null;
    }
    int from = 0;
    while (from <= query.length()) {
      int end = query.indexOf('&', from);
      if (end < 0) {
        end = query.length();
      }
      int equals = query.indexOf('=', from);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (nameEnd - from == name.length() && query.startsWith(name, from)) {
        return decode(query.substring(Math.min(nameEnd + 1, end), end));
      }
      from = end + 1;
    }
    return null;
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return value;
    }
  }
}
