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

  /** The scalar type of this set's members; null for anything but a set. */
  public AttributeType memberType() {
    return switch (this) {
      case SS -> S;
      case NS -> N;
      case BS -> B;
      default -> null;
    };
  }
}
