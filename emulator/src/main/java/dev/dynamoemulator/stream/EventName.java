package dev.dynamoemulator.stream;

/** What happened to an item (streams.md §7.9). */
public enum EventName {
  INSERT,
  MODIFY,
  REMOVE
}
