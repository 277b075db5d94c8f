package dev.dynamoemulator.testcontainers;

import java.util.Locale;
import java.util.regex.Pattern;

/** Spells the names of options, as {@code streamShards}, {@code STREAM_SHARDS} and variables. */
final class OptionName {

  private static final Pattern CAPITAL = Pattern.compile("(?=\\p{Upper})");

  private OptionName() {}

  static String inCapitals(String name) {
    return String.join("_", CAPITAL.split(name)).toUpperCase(Locale.ROOT);
  }

  static String environmentVariable(String inCapitals) {
    return "DYNAMO_EMULATOR_" + inCapitals;
  }
}
