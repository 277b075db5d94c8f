package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.item.StoredItem;
import java.util.List;

/**
 * What a SELECT has read at one go.
 *
 * @param items those that meet the WHERE clause, whole
 * @param end where the next page goes on; null when there is none
 */
public record SelectPage(List<StoredItem> items, PagePosition end, ConsumedCapacity capacity) {}
