package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.IndexRules;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.TableSchema;
import java.util.function.Supplier;

/** What a Query or Scan returns of the items that it reads: Select and projection (items.md §6). */
enum Selection {
  ALL_ATTRIBUTES("ALL_ATTRIBUTES"),
  ALL_PROJECTED_ATTRIBUTES("ALL_PROJECTED_ATTRIBUTES"),
  SPECIFIC_ATTRIBUTES(null),
  COUNT("only the Count");

  /** The words of the message that forbids a projection beside it; null where one belongs. */
  private final String choice;

  Selection(String choice) {
    this.choice = choice;
  }

  /**
   * Checks Select against the request's other parameters.
   *
   * @param noProjection the fault of SPECIFIC_ATTRIBUTES without a projection
   */
  static Selection of(Struct input, Supplier<DynamoDbException> noProjection) {
    String projection =
        input.has("ProjectionExpression")
            ? "ProjectionExpression"
            : input.has("AttributesToGet") ? "AttributesToGet" : null;
    String select = input.string("Select");
    if (select == null) {
      if (projection != null) {
        return SPECIFIC_ATTRIBUTES;
      }
      return input.has("IndexName") ? ALL_PROJECTED_ATTRIBUTES : ALL_ATTRIBUTES;
    }
    Selection selection = valueOf(select);
    if (projection != null && selection.choice != null) {
      throw ItemErrors.projectionWithSelect(projection, selection.choice);
    }
    if (projection == null && selection == SPECIFIC_ATTRIBUTES) {
      throw noProjection.get();
    }
    if (selection == ALL_PROJECTED_ATTRIBUTES && !input.has("IndexName")) {
      throw ItemErrors.projectedAttributesWithoutIndex();
    }
    return selection;
  }

  /**
   * Checks what is wanted of a global index, which holds no more than it projects.
   *
   * @param index the index that is read; null for the table
   */
  void checkGlobalIndex(TableSchema table, IndexSchema index, Projection projection) {
    if (index == null || !index.isGlobal()) {
      return;
    }
    if (this == ALL_ATTRIBUTES && index.projection().type() != ProjectionType.ALL) {
      throw ItemErrors.allAttributesOfPartialIndex(index.name());
    }
    if (projection != null) {
      IndexRules.checkProjected(table, index, projection.attributeNames());
    }
  }

  /** Whether whole items must be fetched because the local index does not hold what is wanted. */
  boolean needsWholeItems(TableSchema table, IndexSchema index, Projection projection) {
    if (index == null || index.isGlobal() || index.projection().type() == ProjectionType.ALL) {
      return false;
    }
    return this == ALL_ATTRIBUTES
        || projection != null
            && !IndexRules.unprojected(table, index, projection.attributeNames()).isEmpty();
  }
}
