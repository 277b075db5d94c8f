package dev.dynamoemulator.insight;

/** What is counted while insights are enabled. */
public enum InsightMode {
  ACCESSED_AND_THROTTLED_KEYS,
  THROTTLED_KEYS
}
