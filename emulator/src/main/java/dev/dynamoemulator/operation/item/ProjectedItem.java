package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import java.util.ArrayList;
import java.util.List;

/** Items on their way to a response: whole ones straight from their binary form. */
final class ProjectedItem {

  private ProjectedItem() {}

  /**
   * @param projection what to show of the item; null for all of it
   */
  static AttributeSource source(StoredItem item, Projection projection) {
    if (projection == null) {
      return item::writeTo;
    }
    Item selected = projection.apply(item);
    return json -> AttributeWriter.writeEntries(json, selected.attributes());
  }

  static List<AttributeSource> sources(List<StoredItem> items, Projection projection) {
    List<AttributeSource> sources = new ArrayList<>(items.size());
    for (StoredItem item : items) {
      sources.add(source(item, projection));
    }
    return sources;
  }
}
