package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, read by the table of options. */
final class Arguments {

  static final String PROGRAM = "dynamo-emulator";

  private static final String HEALTHCHECK = "healthcheck";
  private static final String HELP = "--help";
  private static final String VERSION = "--version";
  private static final int USAGE_WIDTH = 100;

  private final CommandLine commandLine = new CommandLine(program());
  private final ParseResult program;
  private final ParseResult command;

  /**
   * @throws InvalidArgumentsException when an argument is unknown, repeated or lacks its value
   */
  Arguments(String[] args) {
    try {
      program = commandLine.parseArgs(args);
      command = program.hasSubcommand() ? program.subcommand() : program;
    } catch (ParameterException e) {
      throw new InvalidArgumentsException(e.getMessage());
    }
  }

  boolean isHelpAsked() {
    return program.hasMatchedOption(HELP);
  }

  boolean isVersionAsked() {
    return program.hasMatchedOption(VERSION);
  }

  boolean isHealthcheck() {
    return program.hasSubcommand();
  }

  /** The options given, a flag as {@code true}. */
  Map<EmulatorOption, String> options() {
    Map<EmulatorOption, String> given = new EnumMap<>(EmulatorOption.class);
    for (EmulatorOption option : EmulatorOption.values()) {
      OptionSpec spec = command.matchedOption(option.kebabName());
      if (spec != null) {
        given.put(option, option.isFlag() ? "true" : spec.getValue());
      }
    }
    return given;
  }

  String usage() {
    StringWriter text = new StringWriter();
    commandLine.usage(new PrintWriter(text), Ansi.OFF);
    return text.toString();
  }

  private static CommandSpec program() {
    CommandSpec program = command(PROGRAM, EmulatorOption.values());
    program.addOption(
        OptionSpec.builder(HELP, "-help", "-h").description("Show this text and exit.").build());
    program.addOption(
        OptionSpec.builder(VERSION, "-version").description("Show the version and exit.").build());
    program.addSubcommand(
        HEALTHCHECK, command(HEALTHCHECK, EmulatorOption.HOST, EmulatorOption.PORT));
    program
        .usageMessage()
        .description("A test double for Amazon DynamoDB.")
        .footer(
            "Every option can also be given as an environment variable: "
                + EmulatorOption.DB_PATH.environmentVariable()
                + " for "
                + EmulatorOption.DB_PATH.localName()
                + ".");
    return program;
  }

  private static CommandSpec command(String name, EmulatorOption... options) {
    CommandSpec command = CommandSpec.create().name(name);
    command.parser().posixClusteredShortOptionsAllowed(false);
    UsageMessageSpec usage = command.usageMessage();
    usage.width(USAGE_WIDTH).sortOptions(false).abbreviateSynopsis(true);
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
