package dev.dynamoemulator.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * What fixtures are made of, and where.
 *
 * @param rules for attributes, as they are written
 */
record ExportArguments(
    String endpoint, String region, List<String> tables, String out, List<String> rules) {

  private static final String ENDPOINT = "endpoint";
  private static final String REGION = "region";
  private static final String TABLE = "table";
  private static final String OUT = "out";
  private static final String RULE = "rule";

  static Options options() {
    return new Options()
        .addOption(option(ENDPOINT).required().hasArg().argName("url").build())
        .addOption(option(REGION).hasArg().argName("region").build())
        .addOption(option(TABLE).required().hasArgs().argName("name").build())
        .addOption(option(OUT).hasArg().argName("directory").build())
        .addOption(option(RULE).hasArgs().argName("path=drop|hash|mask|constant:text").build());
  }

  private static Option.Builder option(String name) {
    return Option.builder().longOpt(name);
  }

  static ExportArguments of(CommandLine given) {
    return new ExportArguments(
        given.getOptionValue(ENDPOINT),
        given.getOptionValue(REGION, "us-east-1"),
        values(given, TABLE),
        given.getOptionValue(OUT, "."),
        values(given, RULE));
  }

  private static List<String> values(CommandLine given, String name) {
    String[] values = given.getOptionValues(name);
    return values == null ? List.of() : List.of(values);
  }
}
