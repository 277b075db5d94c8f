package dev.dynamoemulator.bench;

import java.util.List;

/**
 * What one target did in one row.
 *
 * @param perSecond operations per second, the median over the rounds, as the others
 * @param p50 microseconds
 * @param p99 microseconds
 * @param cpu microseconds of the target's processor time an operation
 */
record Result(
    String row,
    int connections,
    String target,
    double perSecond,
    double p50,
    double p99,
    double cpu) {

  static Result median(List<Result> rounds) {
    Result any = rounds.get(0);
    return new Result(
        any.row,
        any.connections,
        any.target,
        Median.of(rounds, Result::perSecond),
        Median.of(rounds, Result::p50),
        Median.of(rounds, Result::p99),
        Median.of(rounds, Result::cpu));
  }
}
