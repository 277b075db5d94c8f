package dev.dynamoemulator.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes inside a test. */
final class Runs {

  private Runs() {}

  static EngineExecutionResults of(Class<?>... testClasses) {
    return engine(testClasses).execute();
  }

  /** With classes and methods running side by side. */
  static EngineExecutionResults inParallel(Class<?>... testClasses) {
    return engine(testClasses)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
        .execute();
  }

  private static EngineTestKit.Builder engine(Class<?>... testClasses) {
    EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter");
    for (Class<?> testClass : testClasses) {
      engine.selectors(selectClass(testClass));
    }
    return engine;
  }

  /** Fails with the first failure of the run, which a mere count would hide. */
  static void assertSucceeded(EngineExecutionResults results, int tests) {
    results.allEvents().failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class))
        .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
        .ifPresent(
            failure -> {
              throw new AssertionError("A test of the run failed", failure);
            });
    results.testEvents().assertStatistics(count -> count.succeeded(tests));
  }
}
