package dev.dynamoemulator.json;

/** Where a value stands; the service words a wrong type differently (protocol.md §5). */
public enum Place {
  /** A member of a structure. */
  MEMBER,
  /** An element of a list or a value of a map. */
  ELEMENT
}
