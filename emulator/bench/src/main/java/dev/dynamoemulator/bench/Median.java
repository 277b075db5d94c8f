package dev.dynamoemulator.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several measurements, of which those that the machine disturbed are far off. */
final class Median {

  private Median() {}

  static <T> double of(List<T> values, ToDoubleFunction<T> property) {
    return of(values.stream().mapToDouble(property).toArray());
  }

  static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
