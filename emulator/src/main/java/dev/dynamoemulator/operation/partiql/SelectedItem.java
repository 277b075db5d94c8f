package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.partiql.Selection;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import java.util.ArrayList;
import java.util.List;

/** Items on their way to a response: whole ones straight from their binary form. */
final class SelectedItem {

  private SelectedItem() {}

  /**
   * @param selection what to show of the item; null for all of it
   */
  static AttributeSource source(StoredItem item, Selection selection) {
    return selection == null ? item::writeTo : source(selection.apply(item));
  }

  static AttributeSource source(Item item) {
    return json -> AttributeWriter.writeEntries(json, item.attributes());
  }

  static List<AttributeSource> sources(List<StoredItem> items, Selection selection) {
    List<AttributeSource> sources = new ArrayList<>(items.size());
    for (StoredItem item : items) {
      sources.add(source(item, selection));
    }
    return sources;
  }
}
