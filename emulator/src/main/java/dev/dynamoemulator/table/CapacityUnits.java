package dev.dynamoemulator.table;

/** Units per second of reading and of writing. */
public record CapacityUnits(long read, long write) {

  /** What an on-demand table shows. */
  public static final CapacityUnits NONE = new CapacityUnits(0, 0);

  boolean raises(CapacityUnits current) {
    return read > current.read || write > current.write;
  }

  /** Whether at least one of the two is lower than now. */
  public boolean lowers(CapacityUnits current) {
    return read < current.read || write < current.write;
  }

  CapacityUnits max(CapacityUnits other) {
    return new CapacityUnits(Math.max(read, other.read), Math.max(write, other.write));
  }
}
