package dev.dynamoemulator.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What fixtures are made of, and where.
 *
 * @param rules for attributes, as they are written
 */
record ExportArguments(
    String endpoint, String region, List<String> tables, String out, List<String> rules) {

  static final String COMMAND = "export-fixtures";

  private static final String ENDPOINT = "--endpoint";
  private static final String REGION = "--region";
  private static final String TABLE = "--table";
  private static final String OUT = "--out";
  private static final String RULE = "--rule";

  static void describe(CommandSpec command) {
    command
        .usageMessage()
        .description(
            "Write tables of any endpoint as fixtures, with the credentials of the AWS CLI.");
    command.addOption(single(ENDPOINT, "<url>").required(true).build());
    command.addOption(single(REGION, "<region>").defaultValue("us-east-1").build());
    command.addOption(several(TABLE, "<name>").required(true).build());
    command.addOption(single(OUT, "<directory>").defaultValue(".").build());
    command.addOption(
        several(RULE, "<path>=drop|hash|mask|constant:<text>")
            .description("What becomes of an attribute.")
            .build());
  }

  private static OptionSpec.Builder single(String name, String label) {
    return OptionSpec.builder(name).arity("1").type(String.class).paramLabel(label);
  }

  private static OptionSpec.Builder several(String name, String label) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label);
  }

  static ExportArguments of(ParseResult command) {
    return new ExportArguments(
        command.matchedOptionValue(ENDPOINT, null),
        command.matchedOptionValue(REGION, "us-east-1"),
        command.matchedOptionValue(TABLE, List.of()),
        command.matchedOptionValue(OUT, "."),
        command.matchedOptionValue(RULE, List.of()));
  }
}
