package dev.dynamoemulator.replication;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attributes with which version 2017.11.29 keeps track of writes in the items themselves
 * (control-plane.md §9.12). The region of the write adds them by a second write of its own.
 */
final class LegacyItems {

  static final String PREFIX = "aws:rep:";
  private static final int MICROS_DIGITS = 6;

  private LegacyItems() {}

  /**
   * @param item null when it was deleted
   * @param version in microseconds
   */
  static StoredItem marked(StoredItem item, long version, String region) {
    if (item == null) {
      return null;
    }
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(item.toItem().attributes());
    attributes.put(PREFIX + "deleting", AttributeValue.Bool.FALSE);
    attributes.put(
        PREFIX + "updatetime",
        new AttributeValue.N(DynamoNumber.of(BigDecimal.valueOf(version, MICROS_DIGITS))));
    attributes.put(PREFIX + "updateregion", new AttributeValue.S(region));
    return StoredItem.of(Item.of(attributes));
  }
}
