package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    WARM_UP,
    SHOW_HELP,
    SHOW_VERSION
  }

  /**
   * @throws InvalidArgumentsException when an argument is unknown, repeated or lacks its value
   */
  static Invocation parse(String[] args) {
    String[] own = withoutJavaCommand(args);
    // A container sets environment variables; it need not wait for the parser to load.
    return own.length == 0 ? new Invocation(Task.SERVE, Map.of(), null) : CommandSyntax.parse(own);
  }

  /**
   * DynamoDB Local's image has {@code java} as its entry point, and those who use it write down the
   * rest: options of the JVM, {@code -jar DynamoDBLocal.jar}, and then what is meant for us too.
   */
  private static String[] withoutJavaCommand(String[] args) {
    int jar = List.of(args).indexOf("-jar");
    boolean isJavaCommand =
        jar >= 0
            && jar + 1 < args.length
            && args[jar + 1].endsWith(".jar")
            && Stream.of(args).limit(jar).allMatch(option -> option.startsWith("-"));
    return isJavaCommand ? Arrays.copyOfRange(args, jar + 2, args.length) : args;
  }
}
