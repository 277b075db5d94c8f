package dev.dynamoemulator.operation.table;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of tags begins.
 *
 * @param position how many tags come before it
 */
record TagPageToken(int position) {

  TagPageToken {
    if (position < 0) {
      throw new IllegalArgumentException("There is no page at " + position);
    }
  }

  /** Reads the text of a token; null stands for the first page. */
  static TagPageToken checked(String text) {
    if (text == null) {
      return new TagPageToken(0);
    }
    try {
      byte[] digits = Base64.getUrlDecoder().decode(text);
      return new TagPageToken(Integer.parseInt(new String(digits, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException unreadable) {
      throw TagErrors.invalidToken();
    }
  }

  String text() {
    byte[] digits = Integer.toString(position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
  }
}
