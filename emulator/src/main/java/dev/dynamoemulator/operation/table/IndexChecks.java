package dev.dynamoemulator.operation.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of the secondary indexes of a new table, in order (tables.md §3.3). */
final class IndexChecks {

  static final int LOCAL_INDEX_LIMIT = 5;
  static final int GLOBAL_INDEX_LIMIT = 20;

  private IndexChecks() {}

  static void checkLocalIndexes(TableDefinition table) {
    List<IndexDefinition> indexes = table.localIndexes();
    if (indexes == null) {
      return;
    }
    if (indexes.isEmpty()) {
      throw TableDefinitionErrors.noLocalIndexes();
    }
    if (table.key().size() < 2) {
      throw TableDefinitionErrors.tableWithoutRangeKey();
    }
    Set<String> names = new HashSet<>();
    for (IndexDefinition index : indexes) {
      checkLocalIndex(table, index);
      checkNameIsNew(names, index);
    }
    if (indexes.size() > LOCAL_INDEX_LIMIT) {
      throw TableDefinitionErrors.tooManyLocalIndexes(LOCAL_INDEX_LIMIT);
    }
  }

  private static void checkLocalIndex(TableDefinition table, IndexDefinition index) {
    KeySchemaChecks.checkDefined(index.key(), table.definitions());
    KeySchemaChecks.checkDistinct(index.key());
    KeySchemaChecks.checkHashFirst(index.key());
    KeySchemaChecks.checkRangeSecond(index.key());
    checkHasRangeKey(index);
    checkSameHashKey(table, index);
    ProjectionChecks.checkType(index.projection());
    ProjectionChecks.checkNonKeyAttributes(index.projection());
  }

  private static void checkHasRangeKey(IndexDefinition index) {
    if (index.key().size() < 2) {
      throw TableDefinitionErrors.indexWithoutRangeKey(index.name());
    }
  }

  private static void checkSameHashKey(TableDefinition table, IndexDefinition index) {
    String tableKey = table.key().get(0).attributeName();
    if (!index.hashKey().equals(tableKey)) {
      throw TableDefinitionErrors.otherHashKey(index.name(), index.hashKey(), tableKey);
    }
  }

  static void checkGlobalIndexes(TableDefinition table) {
    List<IndexDefinition> indexes = table.globalIndexes();
    if (indexes == null) {
      return;
    }
    if (indexes.isEmpty()) {
      throw TableDefinitionErrors.noGlobalIndexes();
    }
    Set<String> names = new HashSet<>();
    if (table.localIndexes() != null) {
      table.localIndexes().forEach(index -> names.add(index.name()));
    }
    for (IndexDefinition index : indexes) {
      checkGlobalIndex(table, index);
      checkNameIsNew(names, index);
    }
    if (indexes.size() > GLOBAL_INDEX_LIMIT) {
      throw TableDefinitionErrors.tooManyGlobalIndexes(GLOBAL_INDEX_LIMIT);
    }
  }

  private static void checkGlobalIndex(TableDefinition table, IndexDefinition index) {
    KeySchemaChecks.checkDefined(index.key(), table.definitions());
    checkGlobalKey(index);
    ProjectionChecks.checkType(index.projection());
    ProjectionChecks.checkNonKeyAttributes(index.projection());
    CapacityChecks.checkIndexUnits(index, table.billingMode());
  }

  /** The checks of a global index's key that need no definitions. */
  static void checkGlobalKey(IndexDefinition index) {
    KeySchemaChecks.checkDistinct(index.key());
    KeySchemaChecks.checkHashFirst(index.key());
    KeySchemaChecks.checkMultiAttribute(index.key());
  }

  private static void checkNameIsNew(Set<String> names, IndexDefinition index) {
    if (!names.add(index.name())) {
      throw TableDefinitionErrors.duplicateIndexName(index.name());
    }
  }
}
