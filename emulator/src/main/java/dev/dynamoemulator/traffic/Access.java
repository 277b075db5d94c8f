package dev.dynamoemulator.traffic;

/** Reading and writing have capacities of their own. */
public enum Access {
  READ,
  WRITE
}
