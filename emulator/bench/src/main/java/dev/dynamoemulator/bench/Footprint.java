package dev.dynamoemulator.bench;

import java.util.Locale;

/**
 * What a target keeps in memory.
 *
 * @param idle bytes, after its first answer
 * @param filled bytes, with 100,000 items of 500 B
 */
record Footprint(Target target, long idle, long filled) {

  private static final int ITEMS = 100_000;
  private static final double MEGABYTE = 1 << 20;

  static Footprint measure(Target target) {
    try (RunningTarget running = RunningTarget.start(target);
        Client client = running.connect()) {
      long idle = running.residentBytes();
      Fill.create(client, "filled", Tables.PARTITION_KEY_ONLY);
      Fill.put(client, "filled", ITEMS, number -> Items.item(number, Items.MIDDLE));
      return new Footprint(target, idle, running.residentBytes());
    }
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "memory    %-24s %8.0f MB idle, %.0f MB with %,d items of 500 B",
        target.name(),
        idle / MEGABYTE,
        filled / MEGABYTE,
        ITEMS);
  }
}
