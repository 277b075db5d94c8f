package dev.dynamoemulator.table;

/** What a stream record holds of the item (streams.md §2). */
public enum StreamViewType {
  NEW_IMAGE,
  OLD_IMAGE,
  NEW_AND_OLD_IMAGES,
  KEYS_ONLY
}
