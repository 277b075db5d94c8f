package dev.dynamoemulator.change;

/** What happened to an item (streams.md §7.9). */
public enum EventName {
  INSERT,
  MODIFY,
  REMOVE
}
