package dev.dynamoemulator.operation.table;

import java.util.HashSet;
import java.util.List;

/** What is checked of the key schema of a table or an index (tables.md §3.3, §4). */
final class KeySchemaChecks {

  private static final int MULTI_ATTRIBUTE_LIMIT = 4;

  private KeySchemaChecks() {}

  static void checkCountOfDefinitions(List<KeyElement> key, AttributeDefinitions definitions) {
    if (key.size() > definitions.size()) {
      throw TableDefinitionErrors.keysOutnumberDefinitions();
    }
  }

  static void checkDefined(List<KeyElement> key, AttributeDefinitions definitions) {
    for (KeyElement element : key) {
      if (definitions.get(element.attributeName()) == null) {
        throw TableDefinitionErrors.undefinedKeys(KeyElement.names(key), definitions.names());
      }
    }
  }

  static void checkDistinct(List<KeyElement> key) {
    if (new HashSet<>(KeyElement.names(key)).size() < key.size()) {
      throw TableDefinitionErrors.sameHashAndRangeKey();
    }
  }

  static void checkHashFirst(List<KeyElement> key) {
    if (key.isEmpty() || !key.get(0).isHash()) {
      throw TableDefinitionErrors.firstElementNotHash();
    }
  }

  /** For a table and a local index. */
  static void checkRangeSecond(List<KeyElement> key) {
    if (key.size() > 1 && key.get(1).isHash()) {
      throw TableDefinitionErrors.secondElementNotRange();
    }
  }

  /** For a global index, whose key may have several attributes of each type. */
  static void checkMultiAttribute(List<KeyElement> key) {
    for (int position = 1; position < key.size(); position++) {
      if (key.get(position).isHash() && !key.get(position - 1).isHash()) {
        throw TableDefinitionErrors.hashAfterRange();
      }
    }
    long hashAttributes = key.stream().filter(KeyElement::isHash).count();
    if (hashAttributes > MULTI_ATTRIBUTE_LIMIT) {
      throw TableDefinitionErrors.tooManyHashAttributes();
    }
    if (key.size() - hashAttributes > MULTI_ATTRIBUTE_LIMIT) {
      throw TableDefinitionErrors.tooManyRangeAttributes();
    }
  }
}
