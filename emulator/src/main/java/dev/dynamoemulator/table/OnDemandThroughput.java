package dev.dynamoemulator.table;

/**
 * The maxima of on-demand mode; -1 means no maximum.
 *
 * @param maxRead null when it was not given
 * @param maxWrite null when it was not given
 */
public record OnDemandThroughput(Long maxRead, Long maxWrite) {

  /** These maxima where given, else the former ones. */
  public OnDemandThroughput over(OnDemandThroughput former) {
    if (former == null) {
      return this;
    }
    return new OnDemandThroughput(
        maxRead == null ? former.maxRead : maxRead, maxWrite == null ? former.maxWrite : maxWrite);
  }
}
