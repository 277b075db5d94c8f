package dev.dynamoemulator.bench;

import java.util.List;
import java.util.Locale;

/** Results as lines of text. */
final class ResultTable {

  static final String HEADER =
      String.format(
          "%-28s %4s  %-16s %10s %9s %9s %9s  %s",
          "operation", "conn", "target", "op/s", "p50 us", "p99 us", "cpu us", "to best peer");

  private ResultTable() {}

  /**
   * @param row the results of all targets with the same row and connections
   */
  static String line(Result result, List<Result> row) {
    double best = bestPeer(row);
    return String.format(
        Locale.ROOT,
        "%-28s %4d  %-16s %10.0f %9.0f %9.0f %9.1f  %s",
        result.row(),
        result.connections(),
        result.target(),
        result.perSecond(),
        result.p50(),
        result.p99(),
        result.cpu(),
        best == 0 ? "" : String.format(Locale.ROOT, "%.2f x", result.perSecond() / best));
  }

  /** The most operations per second of a target that is not ours; 0 when there is none. */
  static double bestPeer(List<Result> row) {
    return row.stream()
        .filter(result -> !result.target().startsWith(Targets.OURS_PREFIX))
        .mapToDouble(Result::perSecond)
        .max()
        .orElse(0);
  }
}
