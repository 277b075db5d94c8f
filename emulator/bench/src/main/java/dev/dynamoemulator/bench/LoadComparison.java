package dev.dynamoemulator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs every row on every target, turn and turn about, so that what disturbs the machine disturbs
 * all of them.
 */
final class LoadComparison {

  private static final double MICROS = 1_000;

  private final BenchOptions options;
  private final List<RunningTarget> targets;
  private final Consumer<String> report;
  private final List<Result> results = new ArrayList<>();
  private int runs;

  LoadComparison(BenchOptions options, List<RunningTarget> targets, Consumer<String> report) {
    this.options = options;
    this.targets = targets;
    this.report = report;
  }

  List<Result> run() {
    boolean areFilled = false;
    for (Row row : new Rows(options.items()).all()) {
      if (options.hasRow(row)) {
        if (row.needsTables() && !areFilled) {
          fill();
          areFilled = true;
        }
        compare(row);
      }
    }
    return results;
  }

  private void fill() {
    for (RunningTarget target : targets) {
      try (Client client = target.connect()) {
        Tables.fill(client, options.items());
      }
    }
  }

  private void compare(Row row) {
    List<RunningTarget> able =
        targets.stream().filter(target -> target.knows(row.operation())).toList();
    List<Integer> connections = row.connections(options.connections());
    for (RunningTarget target : able) {
      warmUp(row, Collections.max(connections), target);
    }
    for (int number : connections) {
      compare(row, number, able);
    }
  }

  /** A row whose requests are used up early runs again, so that no row is measured colder. */
  private void warmUp(Row row, int connections, RunningTarget target) {
    long left = options.warmUp().toNanos();
    while (left > 0) {
      left -= row.run(target, connections, Duration.ofNanos(left), ++runs).nanos();
    }
  }

  private void compare(Row row, int connections, List<RunningTarget> able) {
    Map<RunningTarget, List<Result>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      for (RunningTarget target : able) {
        rounds
            .computeIfAbsent(target, none -> new ArrayList<>())
            .add(measure(row, connections, target));
      }
    }
    List<Result> medians = rounds.values().stream().map(Result::median).toList();
    medians.forEach(result -> report.accept(ResultTable.line(result, medians)));
    results.addAll(medians);
  }

  private Result measure(Row row, int connections, RunningTarget target) {
    long cpuBefore = target.cpuNanos();
    Load.Outcome outcome = row.run(target, connections, options.duration(), ++runs);
    long cpu = target.cpuNanos() - cpuBefore;
    return new Result(
        row.name(),
        connections,
        target.target().name(),
        outcome.count() * 1e9 / outcome.nanos(),
        outcome.p50() / MICROS,
        outcome.p99() / MICROS,
        cpu / MICROS / Math.max(1, outcome.count()));
  }
}
