package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import java.util.List;

/**
 * What one Query or Scan has read.
 *
 * @param items those that passed the filter, whole; empty when only the count was wanted
 * @param count the number of items that passed the filter
 * @param scannedCount the number of items that were evaluated
 * @param lastEvaluatedKey where the next page begins; null when there is none
 */
public record Page(
    List<StoredItem> items,
    int count,
    int scannedCount,
    Item lastEvaluatedKey,
    ConsumedCapacity capacity) {}
