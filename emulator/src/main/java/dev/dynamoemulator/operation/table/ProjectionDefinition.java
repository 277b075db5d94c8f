package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.ProjectionType;
import java.util.List;

/**
 * The projection of a requested index.
 *
 * @param type null when it is absent
 * @param nonKeyAttributes null when they are absent
 */
record ProjectionDefinition(ProjectionType type, List<String> nonKeyAttributes) {

  /** The member {@code Projection}. */
  static ProjectionDefinition of(Struct index) {
    Struct projection = index.struct("Projection");
    if (projection == null) {
      return new ProjectionDefinition(null, null);
    }
    String type = projection.string("ProjectionType");
    return new ProjectionDefinition(
        type == null ? null : ProjectionType.valueOf(type), projection.strings("NonKeyAttributes"));
  }

  int nonKeyAttributeCount() {
    return nonKeyAttributes == null ? 0 : nonKeyAttributes.size();
  }

  Projection toProjection() {
    return new Projection(type, nonKeyAttributes == null ? List.of() : nonKeyAttributes);
  }
}
