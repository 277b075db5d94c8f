package dev.dynamoemulator.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What each inner part of a request costs by itself, measured by JMH in JVMs of their own. */
final class PartsCost {

  private static final int WARM_UPS = 3;
  private static final int MEASUREMENTS = 5;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private PartsCost() {}

  static void measure(Consumer<String> report) {
    Options options =
        new OptionsBuilder()
            .include("Parts\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(MEASUREMENTS)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      new Runner(options).run().forEach(result -> report.accept(line(result)));
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(RunResult result) {
    return String.format(
        Locale.ROOT,
        "part      %-36s %8.2f us %8.0f B",
        result.getPrimaryResult().getLabel(),
        result.getPrimaryResult().getScore(),
        result.getSecondaryResults().get(ALLOCATED).getScore());
  }
}
