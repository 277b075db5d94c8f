package dev.dynamoemulator.table;

/**
 * A request for warm throughput.
 *
 * @param read null when it is to stay as it is
 * @param write null when it is to stay as it is
 */
public record WarmThroughput(Long read, Long write) {

  /** The units that result from the present ones. */
  public CapacityUnits over(CapacityUnits current) {
    return new CapacityUnits(
        read == null ? current.read() : read, write == null ? current.write() : write);
  }
}
