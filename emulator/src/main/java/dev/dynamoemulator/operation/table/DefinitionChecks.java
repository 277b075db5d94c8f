package dev.dynamoemulator.operation.table;

import java.util.HashSet;
import java.util.Set;

/** What is checked of the attribute definitions of a request (tables.md §3.3). */
final class DefinitionChecks {

  private DefinitionChecks() {}

  static void checkDistinct(AttributeDefinitions definitions) {
    Set<String> names = new HashSet<>();
    for (String name : definitions.names()) {
      if (!names.add(name)) {
        throw TableDefinitionErrors.duplicateDefinition(name);
      }
    }
  }

  static void checkAllUsed(TableDefinition table) {
    AttributeDefinitions definitions = table.definitions();
    if (!table.mentionsIndexes()) {
      if (definitions.size() != table.key().size()) {
        throw TableDefinitionErrors.definitionsDoNotMatchKeys();
      }
      return;
    }
    Set<String> used = new HashSet<>(KeyElement.names(table.key()));
    table.indexes().forEach(index -> used.addAll(KeyElement.names(index.key())));
    table.givenVectorIndexes().forEach(index -> used.addAll(index.searchAttributes()));
    if (!used.containsAll(definitions.names())) {
      throw TableDefinitionErrors.unusedDefinitions(definitions.names(), used);
    }
  }
}
