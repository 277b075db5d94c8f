package dev.dynamoemulator.shape;

import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.List;
import java.util.Map;

/**
 * The tables of a batch: faulty names and wrong list lengths are reported for the map as a whole
 * (protocol.md §6.2, §6.5). How many tables there are is no constraint but a matter of the
 * operations, which count keys and requests over all tables (items.md §2).
 */
final class RequestItemsRule implements Rule {

  private final Bounds listLength;
  private final Rule entry;

  RequestItemsRule(Shape.Mapping map) {
    if (map.value() instanceof Shape.Listing list) {
      this.listLength = list.length();
      this.entry = Rule.list(list, Bounds.NONE);
    } else {
      this.listLength = Bounds.NONE;
      this.entry = Rule.of(map.value());
    }
  }

  @Override
  public void check(Object value, Path path, Failures failures) {
    Map<?, ?> tables = (Map<?, ?>) value;
    if (hasFaultyName(tables)) {
      failures.add(
          value, path, ShapeErrors.mapKeys(ResourceName.REFERENCE_LENGTH, ResourceName.PATTERN));
    }
    if (hasWrongLength(tables)) {
      failures.add(value, path, ShapeErrors.mapValues(listLength));
    }
    Rule.checkEntries(tables, entry, path, failures);
  }

  private static boolean hasFaultyName(Map<?, ?> tables) {
    for (Object name : tables.keySet()) {
      if (!ResourceName.isTableReference((String) name)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasWrongLength(Map<?, ?> tables) {
    for (Object requests : tables.values()) {
      if (requests instanceof List<?> list && !listLength.contain(list.size())) {
        return true;
      }
    }
    return false;
  }
}
