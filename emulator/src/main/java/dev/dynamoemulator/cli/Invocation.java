package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param options the options given, a flag as {@code true}
 * @param export null unless fixtures are to be written
 */
record Invocation(Task task, Map<EmulatorOption, String> options, ExportArguments export) {

  enum Task {
    SERVE,
    CHECK_HEALTH,
    EXPORT_FIXTURES,
    SHOW_HELP,
    SHOW_VERSION
  }

  /**
   * @throws InvalidArgumentsException when an argument is unknown, repeated or lacks its value
   */
  static Invocation parse(String[] args) {
    // A container sets environment variables; it need not wait for the parser to load.
    return args.length == 0
        ? new Invocation(Task.SERVE, Map.of(), null)
        : new CommandSyntax().parse(args);
  }
}
