package dev.dynamoemulator.protocol;

/** Compares the values of headers that name media types and codings, without splitting them. */
final class MediaType {

  static final String JSON = "application/json";
  static final String AMZ_JSON = "application/x-amz-json-1.0";

  private MediaType() {}

  /** Whether a content type is this one; parameters and surrounding blanks don't count. */
  static boolean is(String type, String contentType) {
    if (contentType == null) {
      return false;
    }
    int semicolon = contentType.indexOf(';');
    int end = semicolon < 0 ? contentType.length() : semicolon;
    return equalsTrimmed(type, contentType, 0, end);
  }

  /** Whether a comma-separated list names this coding and does not forbid it by {@code q=0}. */
  static boolean isListed(String coding, String list) {
    int from = 0;
    while (from <= list.length()) {
      int comma = list.indexOf(',', from);
      int end = comma < 0 ? list.length() : comma;
      int semicolon = list.indexOf(';', from);
      int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      if (equalsTrimmed(coding, list, from, nameEnd)) {
        return !isForbidden(list.substring(nameEnd, end));
      }
      from = end + 1;
    }
    return false;
  }

  private static boolean isForbidden(String parameters) {
    String compact = parameters.replace(" ", "");
    return compact.equals(";q=0") || compact.equals(";q=0.0");
  }

  private static boolean equalsTrimmed(String expected, String text, int from, int end) {
    int first = from;
    while (first < end && text.charAt(first) <= ' ') {
      first++;
    }
    int last = end;
    while (last > first && text.charAt(last - 1) <= ' ') {
      last--;
    }
    return last - first == expected.length()
        && text.regionMatches(true, first, expected, 0, expected.length());
  }
}
