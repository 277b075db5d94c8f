package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.cli.Invocation.Task;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.MissingOptionException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/**
 * The syntax of the command line, made from the table of options: a command or none, then options.
 */
final class CommandSyntax {

  private static final String HELP = "help";
  private static final String VERSION = "version";
  private static final int USAGE_WIDTH = 100;

  private static final String COMMANDS =
      """

      Commands:
        healthcheck      Exit with 0 if an emulator answers, else with 1.
        export-fixtures  Write tables of any endpoint as fixtures, with the credentials of the AWS CLI.
        warm-up          Answer some requests of its own and exit, to make a class-data archive.
      """;

  private final Task command;
  private final Options options;

  /**
   * @param command what is done when neither the usage nor the version is asked for
   */
  private CommandSyntax(Task command) {
    this.command = command;
    this.options =
        switch (command) {
          case SERVE -> options(EmulatorOption.values()).addOption(help()).addOption(version());
          case CHECK_HEALTH -> options(EmulatorOption.HOST, EmulatorOption.PORT);
          case EXPORT_FIXTURES -> ExportArguments.options();
          case WARM_UP, SHOW_HELP, SHOW_VERSION -> new Options();
        };
  }

  /**
   * @param args at least one
   * @throws InvalidArgumentsException when an argument is unknown, repeated or lacks its value
   */
  static Invocation parse(String[] args) {
    Optional<Task> command = command(args[0]);
    return new CommandSyntax(command.orElse(Task.SERVE))
        .invocation(command.isEmpty() ? args : Arrays.copyOfRange(args, 1, args.length));
  }

  static String usage() {
    StringWriter text = new StringWriter();
    HelpFormatter formatter = HelpFormatter.builder().setPrintWriter(new PrintWriter(text)).get();
    formatter.setOptionComparator(null);
    formatter.setWidth(USAGE_WIDTH);
    formatter.printHelp(
        Program.NAME + " [command] [options]",
        "A test double for Amazon DynamoDB.",
        new CommandSyntax(Task.SERVE).options,
        COMMANDS
            + "\nEvery option can also be set by an environment variable: "
            + EmulatorOption.DB_PATH.environmentVariable()
            + " for "
            + EmulatorOption.DB_PATH.localName()
            + ".");
    return text.toString();
  }

  private static Optional<Task> command(String name) {
    return switch (name) {
      case "healthcheck" -> Optional.of(Task.CHECK_HEALTH);
      case "export-fixtures" -> Optional.of(Task.EXPORT_FIXTURES);
      case "warm-up" -> Optional.of(Task.WARM_UP);
      default -> Optional.empty();
    };
  }

  private Invocation invocation(String[] args) {
    CommandLine given = given(args);
    Task task = given.hasOption(HELP) ? Task.SHOW_HELP : command;
    return new Invocation(
        given.hasOption(VERSION) && task == Task.SERVE ? Task.SHOW_VERSION : task,
        values(given),
        command == Task.EXPORT_FIXTURES ? ExportArguments.of(given) : null);
  }

  private CommandLine given(String[] args) {
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .build();
    try {
      CommandLine given = parser.parse(options, args);
      if (!given.getArgList().isEmpty()) {
        throw new InvalidArgumentsException("Unknown command: '" + given.getArgList().get(0) + "'");
      }
      requireOnce(given);
      return given;
    } catch (UnrecognizedOptionException e) {
      throw new InvalidArgumentsException("Unknown option: '" + e.getOption() + "'");
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new InvalidArgumentsException(
          "--" + option.getLongOpt() + " needs a value: <" + option.getArgName() + ">");
    } catch (MissingOptionException e) {
      throw new InvalidArgumentsException("--" + e.getMissingOptions().get(0) + " is required");
    } catch (ParseException e) {
      throw new InvalidArgumentsException(e.getMessage());
    }
  }

  private static void requireOnce(CommandLine given) {
    Set<Option> seen = new HashSet<>();
    for (Option option : given.getOptions()) {
      if (!option.hasArgs() && !seen.add(option)) {
        throw new InvalidArgumentsException("--" + option.getLongOpt() + " is given twice");
      }
    }
  }

  private static Map<EmulatorOption, String> values(CommandLine given) {
    Map<EmulatorOption, String> values = new EnumMap<>(EmulatorOption.class);
    for (EmulatorOption option : EmulatorOption.values()) {
      String name = option.localName().substring(1);
      if (given.hasOption(name)) {
        values.put(option, option.isFlag() ? "true" : given.getOptionValue(name));
      }
    }
    return values;
  }

  private static Options options(EmulatorOption... of) {
    Options options = new Options();
    for (EmulatorOption option : of) {
      options.addOption(option(option));
    }
    return options;
  }

  private static Option option(EmulatorOption option) {
    String preset =
        option.isFlag() || option.defaultValue() == null
            ? ""
            : " Default: " + option.defaultValue() + ".";
    return Option.builder(option.localName().substring(1))
        .longOpt(option.kebabName().substring(2))
        .hasArg(!option.isFlag())
        .argName(option.isFlag() ? null : label(option))
        .desc(option.description() + preset)
        .build();
  }

  /** The library puts brackets of its own around it. */
  private static String label(EmulatorOption option) {
    return option.valueLabel().replaceAll("[<>]", "");
  }

  private static Option help() {
    return Option.builder("h").longOpt(HELP).desc("Show this text and exit.").build();
  }

  private static Option version() {
    return Option.builder().longOpt(VERSION).desc("Show the version and exit.").build();
  }
}
