package dev.dynamoemulator.table;

/** Which attributes of an item an index holds besides the keys. */
public enum ProjectionType {
  ALL,
  INCLUDE,
  KEYS_ONLY
}
