package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member {@code Tags} of a request. */
final class TagList {

  static final int LIMIT = 50;
  private static final String RESERVED_PREFIX = "aws:";
  private static final String SIGNS = "+-=._:/@";

  private TagList() {}

  /**
   * The tags by key; empty when the member is absent. Refuses keys and values with other characters
   * than are allowed, and reserved and repeated keys (tables.md §10).
   */
  static Map<String, String> checked(Struct input) {
    Map<String, String> tags = new LinkedHashMap<>();
    List<Struct> members = input.structs("Tags");
    for (Struct tag : members == null ? List.<Struct>of() : members) {
      String key = tag.string("Key");
      checkCharacters(key, tag.string("Value"));
      if (key.startsWith(RESERVED_PREFIX)) {
        throw TagErrors.reservedKey(key);
      }
      if (tags.put(key, tag.string("Value")) != null) {
        throw TagErrors.duplicateKey(key);
      }
    }
    checkCount(tags);
    return tags;
  }

  private static void checkCharacters(String key, String value) {
    if (!key.codePoints().allMatch(TagList::isAllowed)) {
      throw TagErrors.invalidKey();
    }
    if (!value.codePoints().allMatch(TagList::isAllowed)) {
      throw TagErrors.invalidValue();
    }
  }

  private static boolean isAllowed(int c) {
    return Character.isLetterOrDigit(c) || Character.isWhitespace(c) || SIGNS.indexOf(c) >= 0;
  }

  static void checkCount(Map<String, String> tags) {
    if (tags.size() > LIMIT) {
      throw TagErrors.tooManyTags();
    }
  }
}
