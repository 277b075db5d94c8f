package dev.dynamoemulator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param rows beginnings of the names of rows; empty for all
 * @param targets parts of the names of targets; empty for all
 * @param parts which of load, sdk, start, memory, inner, allocation, vector
 */
record BenchOptions(
    List<String> rows,
    List<String> targets,
    List<String> parts,
    List<Integer> connections,
    int rounds,
    Duration duration,
    Duration warmUp,
    int items,
    int vectors) {

  static final String USAGE =
      """
      --quick             three rows, one round, ours and DynamoDB Local only
      --rows=A,B          rows whose names start with one of these
      --targets=A,B       targets whose names contain one of these
      --parts=A,B         of load, sdk, start, memory, inner, allocation, which are the default,
                          and vector
      --connections=A,B   default 1,16
      --rounds=N          default 3
      --millis=N          of one run; default 700
      --warm-up=N         milliseconds before a target's first round of a row; default 1500
      --items=N           in the large tables; default 10000
      --vectors=N         in the vector index; default 1000000
      """;

  static BenchOptions parse(String[] arguments) {
    List<String> given = new ArrayList<>(Arrays.asList(arguments));
    boolean isQuick = given.remove("--quick");
    BenchOptions options =
        new BenchOptions(
            list(given, "rows", isQuick ? "GetItem,PutItem 1 KB,Query 50 of 50" : ""),
            list(given, "targets", isQuick ? "17,DynamoDB Local" : ""),
            list(given, "parts", isQuick ? "load" : "load,sdk,start,memory,inner,allocation"),
            list(given, "connections", isQuick ? "16" : "1,16").stream()
                .map(Integer::valueOf)
                .toList(),
            Integer.parseInt(value(given, "rounds", isQuick ? "2" : "3")),
            Duration.ofMillis(Long.parseLong(value(given, "millis", "700"))),
            Duration.ofMillis(Long.parseLong(value(given, "warm-up", "1500"))),
            Integer.parseInt(value(given, "items", "10000")),
            Integer.parseInt(value(given, "vectors", "1000000")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + given + "\n" + USAGE);
    }
    return options;
  }

  private static List<String> list(List<String> given, String name, String preset) {
    String value = value(given, name, preset);
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }

  private static String value(List<String> given, String name, String preset) {
    String start = "--" + name + "=";
    for (String argument : given) {
      if (argument.startsWith(start)) {
        given.remove(argument);
        return argument.substring(start.length());
      }
    }
    return preset;
  }

  boolean hasRow(Row row) {
    return rows.isEmpty() || rows.stream().anyMatch(row.name()::startsWith);
  }

  boolean hasTarget(Target target) {
    return targets.isEmpty() || targets.stream().anyMatch(target.name()::contains);
  }

  boolean hasPart(String part) {
    return parts.contains(part);
  }
}
