package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.Item;

/**
 * Where a page of a SELECT ended.
 *
 * @param plan which of the statement's queries, from 0; 0 for a scan
 * @param key the last item evaluated there; null for the very beginning
 */
public record PagePosition(int plan, Item key) {

  public static final PagePosition START = new PagePosition(0, null);
}
