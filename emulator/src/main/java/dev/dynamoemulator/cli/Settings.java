package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.fixtures.signature.Credentials;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

/**
 * The options in force: those of the command line, then those of environment variables, then the
 * defaults.
 */
record Settings(EmulatorOptions options, Level logLevel) {

  /**
   * @throws InvalidArgumentsException when a value is not allowed, or two options contradict
   */
  static Settings of(Map<EmulatorOption, String> arguments, Map<String, String> environment) {
    EmulatorOptions.Builder builder =
        EmulatorOptions.builder().credentials(Credentials.of(environment));
    Map<EmulatorOption, String> values = new EnumMap<>(EmulatorOption.class);
    for (EmulatorOption option : EmulatorOption.values()) {
      String argument = arguments.get(option);
      String variable = environment.get(option.environmentVariable());
      if (argument != null) {
        set(option, argument, option.localName(), builder, values);
      } else if (variable != null && !variable.isEmpty()) {
        set(option, variable, option.environmentVariable(), builder, values);
      } else if (!option.isFlag() && option.defaultValue() != null) {
        set(option, option.defaultValue(), option.localName(), builder, values);
      }
    }
    return new Settings(
        build(builder), Level.parse(values.get(EmulatorOption.LOG_LEVEL).toUpperCase(Locale.ROOT)));
  }

  private static void set(
      EmulatorOption option,
      String value,
      String name,
      EmulatorOptions.Builder builder,
      Map<EmulatorOption, String> values) {
    try {
      option.set(builder, value);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentsException(
          name + " " + e.getMessage() + ", but was '" + value + "'");
    }
    values.put(option, value);
  }

  private static EmulatorOptions build(EmulatorOptions.Builder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentsException(e.getMessage());
    }
  }
}
