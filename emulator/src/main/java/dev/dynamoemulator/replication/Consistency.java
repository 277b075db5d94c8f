package dev.dynamoemulator.replication;

/** What reads in one region see of writes in another: {@code MultiRegionConsistency}. */
public enum Consistency {
  /** Writes arrive later, and the last one wins. */
  EVENTUAL,
  /** A write is in all regions when it is answered. */
  STRONG
}
