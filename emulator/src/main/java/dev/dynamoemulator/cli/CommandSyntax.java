package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.cli.Invocation.Task;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The syntax of the command line, made from the table of options. */
final class CommandSyntax {

  private static final String HEALTHCHECK = "healthcheck";
  private static final String WARM_UP = "warm-up";
  private static final String HELP = "--help";
  private static final String VERSION = "--version";
  private static final int USAGE_WIDTH = 100;

  private final CommandLine commandLine = new CommandLine(program());

  Invocation parse(String[] args) {
    try {
      ParseResult program = commandLine.parseArgs(args);
      ParseResult command = program.hasSubcommand() ? program.subcommand() : program;
      Task task = task(program);
      return new Invocation(
          task,
          options(command),
          task == Task.EXPORT_FIXTURES ? ExportArguments.of(command) : null);
    } catch (ParameterException e) {
      throw new InvalidArgumentsException(e.getMessage());
    }
  }

  String usage() {
    StringWriter text = new StringWriter();
    commandLine.usage(new PrintWriter(text), Ansi.OFF);
    return text.toString();
  }

  private static Task task(ParseResult program) {
    if (program.hasMatchedOption(HELP)) {
      return Task.SHOW_HELP;
    }
    if (program.hasMatchedOption(VERSION)) {
      return Task.SHOW_VERSION;
    }
    if (!program.hasSubcommand()) {
      return Task.SERVE;
    }
    return switch (program.subcommand().commandSpec().name()) {
      case ExportArguments.COMMAND -> Task.EXPORT_FIXTURES;
      case WARM_UP -> Task.WARM_UP;
      default -> Task.CHECK_HEALTH;
    };
  }

  private static Map<EmulatorOption, String> options(ParseResult command) {
    Map<EmulatorOption, String> given = new EnumMap<>(EmulatorOption.class);
    for (EmulatorOption option : EmulatorOption.values()) {
      OptionSpec spec = command.matchedOption(option.kebabName());
      if (spec != null) {
        given.put(option, option.isFlag() ? "true" : spec.getValue());
      }
    }
    return given;
  }

  private static CommandSpec program() {
    CommandSpec program = command(Program.NAME, EmulatorOption.values());
    program.addOption(
        OptionSpec.builder(HELP, "-help", "-h").description("Show this text and exit.").build());
    program.addOption(
        OptionSpec.builder(VERSION, "-version").description("Show the version and exit.").build());
    CommandSpec healthcheck = command(HEALTHCHECK, EmulatorOption.HOST, EmulatorOption.PORT);
    healthcheck.usageMessage().description("Exit with 0 if an emulator answers, else with 1.");
    program.addSubcommand(HEALTHCHECK, healthcheck);
    CommandSpec export = command(ExportArguments.COMMAND);
    ExportArguments.describe(export);
    program.addSubcommand(ExportArguments.COMMAND, export);
    CommandSpec warmUp = command(WARM_UP);
    warmUp
        .usageMessage()
        .description("Answer some requests of its own and exit, to make a class-data archive.");
    program.addSubcommand(WARM_UP, warmUp);
    program
        .usageMessage()
        .description("A test double for Amazon DynamoDB.")
        .footer(
            "Every option can also be set by an environment variable: "
                + EmulatorOption.DB_PATH.environmentVariable()
                + " for "
                + EmulatorOption.DB_PATH.localName()
                + ".");
    return program;
  }

  private static CommandSpec command(String name, EmulatorOption... options) {
    CommandSpec command = CommandSpec.create().name(name);
    command.parser().posixClusteredShortOptionsAllowed(false);
    command.usageMessage().width(USAGE_WIDTH).sortOptions(false).abbreviateSynopsis(true);
    for (EmulatorOption option : options) {
      command.addOption(spec(option));
    }
    return command;
  }

  private static OptionSpec spec(EmulatorOption option) {
    String preset =
        option.isFlag() || option.defaultValue() == null
            ? ""
            : " Default: " + option.defaultValue() + ".";
    OptionSpec.Builder spec =
        OptionSpec.builder(option.localName(), option.kebabName())
            .description(option.description() + preset);
    return option.isFlag()
        ? spec.arity("0").type(boolean.class).build()
        : spec.arity("1").type(String.class).paramLabel(option.valueLabel()).build();
  }
}
