package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.ProjectionType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of the projection of an index (tables.md §3.3). */
final class ProjectionChecks {

  static final int PROJECTED_ATTRIBUTES_LIMIT = 100;

  private ProjectionChecks() {}

  static void checkType(ProjectionDefinition projection) {
    if (projection.type() == null) {
      throw TableDefinitionErrors.unknownProjectionType();
    }
  }

  static void checkNonKeyAttributes(ProjectionDefinition projection) {
    boolean includes = projection.type() == ProjectionType.INCLUDE;
    if (projection.nonKeyAttributes() != null && !includes) {
      throw TableDefinitionErrors.unexpectedNonKeyAttributes(projection.type());
    }
    if (projection.nonKeyAttributes() == null && includes) {
      throw TableDefinitionErrors.missingNonKeyAttributes();
    }
    if (includes) {
      checkDistinct(projection.nonKeyAttributes());
    }
  }

  private static void checkDistinct(List<String> nonKeyAttributes) {
    Set<String> names = new HashSet<>();
    for (String name : nonKeyAttributes) {
      if (!names.add(name)) {
        throw TableDefinitionErrors.duplicateNonKeyAttribute(name);
      }
    }
  }

  /** An attribute that several indexes project counts as often. */
  static void checkProjectedAttributes(TableDefinition table) {
    int projected =
        table.indexes().stream().mapToInt(index -> index.projection().nonKeyAttributeCount()).sum();
    int projectedByVectorIndexes =
        table.givenVectorIndexes().mapToInt(VectorIndexRequest::projectedAttributeCount).sum();
    checkProjectedAttributes(projected + projectedByVectorIndexes);
  }

  static void checkProjectedAttributes(int projected) {
    if (projected > PROJECTED_ATTRIBUTES_LIMIT) {
      throw TableDefinitionErrors.tooManyProjectedAttributes(PROJECTED_ATTRIBUTES_LIMIT);
    }
  }
}
