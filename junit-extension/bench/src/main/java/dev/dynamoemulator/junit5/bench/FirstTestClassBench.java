package dev.dynamoemulator.junit5.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares how long a test class takes to its first item: {@code make bench-junit}. Each variant
 * has fresh JVMs, turn and turn about; the first class of a JVM is told apart from those that
 * follow.
 */
final class FirstTestClassBench {

  private static final int ROUNDS = 5;
  private static final double NANOS = 1e6;
  private static final Path MODULE = Path.of("junit-extension").toAbsolutePath();
  private static final Path BENCH = MODULE.resolve("bench/target");
  private static final Path LOCAL =
      MODULE.resolveSibling("emulator/comparison/target/dynamodb-local");

  /** What JUnit needs of our libraries, beside DynamoDB Local's own. */
  private static final String[] JUNIT = {"junit-", "opentest4j-", "apiguardian-"};

  private record Times(List<Long> first, List<Long> later) {}

  private FirstTestClassBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<Variant, Times> times = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      String obstacle = variant.obstacle();
      if (obstacle == null) {
        times.put(variant, new Times(new ArrayList<>(), new ArrayList<>()));
      } else {
        System.out.println(variant.title() + " is left out: " + obstacle);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Variant variant : times.keySet()) {
        run(variant, times.get(variant));
      }
    }
    print(times);
    System.exit(0);
  }

  private static void run(Variant variant, Times times) throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.library.path=" + LOCAL,
                "-Djava.util.logging.config.file="
                    + MODULE.resolve("src/test/resources/logging.properties"),
                "-cp",
                classPath(variant),
                FirstTestClass.class.getName(),
                variant.name())
            // DynamoDB Local leaves a file in its working directory.
            .directory(BENCH.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> output;
    try (BufferedReader reader = jvm.inputReader()) {
      output = reader.lines().toList();
    }
    if (jvm.waitFor() != 0) {
      throw new IllegalStateException(variant + " failed:\n" + String.join("\n", output));
    }
    List<Long> nanos =
        output.stream()
            .filter(line -> line.startsWith(FirstTestClass.MARK))
            .map(line -> Long.parseLong(line.substring(FirstTestClass.MARK.length())))
            .toList();
    times.first().add(nanos.get(0));
    times.later().addAll(nanos.subList(1, nanos.size()));
  }

  private static String classPath(Variant variant) {
    Path libraries = BENCH.resolve("libraries");
    List<String> path = new ArrayList<>(List.of(BENCH.resolve("classes").toString()));
    if (variant.usesDynamoDbLocal()) {
      path.add(LOCAL.resolve("*").toString());
      Arrays.stream(libraries.toFile().list())
          .filter(jar -> Arrays.stream(JUNIT).anyMatch(jar::startsWith))
          .forEach(jar -> path.add(libraries.resolve(jar).toString()));
    } else {
      path.add(libraries.resolve("*").toString());
    }
    return String.join(File.pathSeparator, path);
  }

  private static void print(Map<Variant, Times> times) {
    System.out.println(
        "From a class to its first PutItem, medians of " + ROUNDS + " JVMs, in milliseconds:");
    print("", "first class", "ratio", "later ones", "ratio");
    double first = median(times.get(Variant.IN_PROCESS).first());
    double later = median(times.get(Variant.IN_PROCESS).later());
    times.forEach(
        (variant, measured) ->
            print(
                variant.title(),
                number(median(measured.first())),
                number(median(measured.first()) / first),
                number(median(measured.later())),
                number(median(measured.later()) / later)));
  }

  private static void print(String title, String... columns) {
    StringBuilder line = new StringBuilder(String.format("%-41s", title));
    for (String column : columns) {
      line.append(String.format("%13s", column));
    }
    System.out.println(line);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / NANOS;
  }
}
