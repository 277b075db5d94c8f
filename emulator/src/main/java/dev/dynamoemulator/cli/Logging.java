package dev.dynamoemulator.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up java.util.logging: one line an entry, on standard error. */
final class Logging {

  private static final String FORMAT_PROPERTY = "java.util.logging.SimpleFormatter.format";
  private static final String ONE_LINE = "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

  private Logging() {}

  static void setUp(Level level) {
    if (System.getProperty(FORMAT_PROPERTY) == null) {
      System.setProperty(FORMAT_PROPERTY, ONE_LINE);
    }
    Logger root = Logger.getLogger("");
    root.setLevel(level);
    // Handlers let INFO pass by themselves, and asking for them has them load formats and locales.
    if (level.intValue() < Level.INFO.intValue()) {
      for (Handler handler : root.getHandlers()) {
        handler.setLevel(level);
      }
    }
  }
}
