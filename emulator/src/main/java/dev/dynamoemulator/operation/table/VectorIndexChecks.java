package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.BillingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is checked of the vector indexes of a new table (vector-search.md §1). The messages are
 * known, their order is inferred from that of global indexes.
 */
final class VectorIndexChecks {

  static final int INDEX_LIMIT = 5;
  private static final int DIMENSIONS_LIMIT = 4096;

  private VectorIndexChecks() {}

  static void checkVectorIndexes(TableDefinition table) {
    List<VectorIndexRequest> indexes = table.vectorIndexes();
    if (indexes == null) {
      return;
    }
    if (indexes.isEmpty()) {
      throw VectorIndexErrors.noVectorIndexes();
    }
    checkMode(table.billingMode());
    Set<String> names = new HashSet<>();
    table.indexes().forEach(index -> names.add(index.name()));
    for (VectorIndexRequest index : indexes) {
      checkDefinition(index, table.definitions());
      if (!names.add(index.name())) {
        throw TableDefinitionErrors.duplicateIndexName(index.name());
      }
    }
    checkCount(indexes.size());
    checkSameDimensions(new HashMap<>(), indexes);
  }

  static void checkMode(BillingMode mode) {
    if (mode != BillingMode.PAY_PER_REQUEST) {
      throw VectorIndexErrors.onDemandRequired();
    }
  }

  /** What can be told of one index without its table. */
  static void checkDefinition(VectorIndexRequest index, AttributeDefinitions definitions) {
    checkSearchSchema(index, definitions);
    if (index.dimensions() > DIMENSIONS_LIMIT) {
      throw VectorIndexErrors.dimensionsOutOfRange(DIMENSIONS_LIMIT);
    }
    ProjectionChecks.checkType(index.projection());
    ProjectionChecks.checkNonKeyAttributes(index.projection());
  }

  private static void checkSearchSchema(
      VectorIndexRequest index, AttributeDefinitions definitions) {
    List<String> attributes = index.searchAttributes();
    for (String attribute : attributes) {
      if (definitions.get(attribute) == null) {
        throw VectorIndexErrors.undefinedSearchAttribute();
      }
    }
    if (new HashSet<>(attributes).size() < attributes.size()) {
      throw VectorIndexErrors.repeatedSearchAttribute();
    }
    if (definitions.get(index.vectorAttribute()) != null) {
      throw VectorIndexErrors.vectorAttributeDefined(index.vectorAttribute());
    }
  }

  static void checkCount(int indexes) {
    if (indexes > INDEX_LIMIT) {
      throw VectorIndexErrors.tooManyIndexes(INDEX_LIMIT);
    }
  }

  /**
   * @param dimensions those of the indexes that there are, by vector attribute; added to
   */
  static void checkSameDimensions(Map<String, Long> dimensions, List<VectorIndexRequest> indexes) {
    for (VectorIndexRequest index : indexes) {
      Long others = dimensions.putIfAbsent(index.vectorAttribute(), index.dimensions());
      if (others != null && others != index.dimensions()) {
        throw VectorIndexErrors.conflictingDimensions(index.vectorAttribute());
      }
    }
  }
}
