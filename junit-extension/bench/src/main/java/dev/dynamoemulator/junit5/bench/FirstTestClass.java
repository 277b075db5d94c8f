package dev.dynamoemulator.junit5.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test class of a variant again and again, and prints how long each took. */
final class FirstTestClass {

  static final String MARK = "nanoseconds:";

  private FirstTestClass() {}

  public static void main(String[] arguments) {
    Variant variant = Variant.valueOf(arguments[0]);
    Launcher launcher = LauncherFactory.create();
    for (int i = 0; i < variant.classes(); i++) {
      System.out.println(MARK + time(launcher, variant.testClass()));
    }
    // DynamoDB Local leaves threads behind.
    System.exit(0);
  }

  /** From the annotations of the class to its first item. */
  static long time(Launcher launcher, Class<?> testClass) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    long start = System.nanoTime();
    launcher.execute(request, summary);
    summary
        .getSummary()
        .getFailures()
        .forEach(
            failure -> {
              throw new IllegalStateException(testClass + " failed", failure.getException());
            });
    return FirstPut.end() - start;
  }
}
