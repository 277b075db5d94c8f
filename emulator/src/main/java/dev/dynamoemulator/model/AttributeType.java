package dev.dynamoemulator.model;

/** The ten attribute types, named by their descriptors in the API. */
public enum AttributeType {
  S,
  N,
  B,
  BOOL,
  NULL,
  SS,
  NS,
  BS,
  L,
  M;

  /** Whether values of this type have an order and may be keys. */
  public boolean isKeyType() {
    return this == S || this == N || this == B;
  }

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }
}
