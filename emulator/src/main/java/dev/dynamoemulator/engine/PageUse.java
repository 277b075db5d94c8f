package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.traffic.Access;
import dev.dynamoemulator.traffic.Meter;
import dev.dynamoemulator.traffic.Traffic;

/** What reading a page uses of a table or index. For one thread. */
final class PageUse {

  /** Nobody watches. */
  private static final PageUse UNWATCHED = new PageUse(null, 0);

  private final Meter meter;
  private final double unitsOfByte;
  private double counted;
  private boolean hasBegun;

  private PageUse(Meter meter, double unitsOfByte) {
    this.meter = meter;
    this.unitsOfByte = unitsOfByte;
  }

  /** Fails when the table or index has no capacity left. */
  static PageUse admitted(ReadPlan plan, Traffic traffic) {
    Meter meter = traffic.meter(plan.collection());
    if (meter == null) {
      return UNWATCHED;
    }
    meter.admit(Access.READ, Attributes.NONE);
    return new PageUse(meter, unitsOfByte(plan.isConsistent()));
  }

  /** What a byte uses before a page is rounded up to whole units. */
  private static double unitsOfByte(boolean isConsistent) {
    return (isConsistent ? 1.0 : 0.5) / ConsumedCapacity.READ_UNIT_BYTES;
  }

  /** Counts a part for the entry; fails when that is the first and its partition is too busy. */
  void read(StoredItem entry) {
    if (meter != null) {
      if (!hasBegun) {
        meter.admit(Access.READ, entry);
        hasBegun = true;
      }
      count(entry, entry.size() * unitsOfByte);
    }
  }

  /** An item was fetched from the table of a local index, whose capacity is the table's. */
  void fetched(StoredItem item, double units) {
    if (meter != null) {
      meter.count(Access.READ, item, units);
    }
  }

  /** Counts what the page uses beyond the parts, as it is rounded up. */
  void end(double units) {
    if (meter != null && units > counted) {
      count(Attributes.NONE, units - counted);
    }
  }

  private void count(Attributes key, double units) {
    counted += units;
    meter.count(Access.READ, key, units);
  }
}
