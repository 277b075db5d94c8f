package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;

/**
 * A RETURNING clause (partiql.md §5.2).
 *
 * @param isModifiedOnly MODIFIED, otherwise ALL
 * @param isNew NEW, otherwise OLD
 */
record Returning(boolean isModifiedOnly, boolean isNew) {

  static final Returning ALL_OLD = new Returning(false, false);

  /**
   * What the clause returns; null when that is nothing.
   *
   * @param update what was done; null for a deletion
   */
  Item of(WriteResult result, Update update) {
    StoredItem item = isNew ? result.newItem() : result.oldItem();
    if (item == null || !isModifiedOnly) {
      return item == null ? null : item.toItem();
    }
    Item modified = update.updatedOld().apply(item);
    return modified.isEmpty() ? null : modified;
  }

  @Override
  public String toString() {
    return "RETURNING " + (isModifiedOnly ? "MODIFIED" : "ALL") + (isNew ? " NEW *" : " OLD *");
  }
}
