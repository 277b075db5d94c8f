package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member {@code Tags} of a request. */
final class TagList {

  static final int LIMIT = 50;
  private static final String RESERVED_PREFIX = "aws:";

  private TagList() {}

  /**
   * The tags by key; empty when the member is absent. Refuses reserved and repeated keys (tables.md
   * §10).
   */
  static Map<String, String> checked(Struct input) {
    Map<String, String> tags = new LinkedHashMap<>();
    List<Struct> members = input.structs("Tags");
    for (Struct tag : members == null ? List.<Struct>of() : members) {
      String key = tag.string("Key");
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

  static void checkCount(Map<String, String> tags) {
    if (tags.size() > LIMIT) {
      throw TagErrors.tooManyTags(LIMIT);
    }
  }
}
