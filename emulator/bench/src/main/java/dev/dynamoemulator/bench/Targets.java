package dev.dynamoemulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what can be measured on this machine, and says what cannot. */
final class Targets {

  static final String OURS_PREFIX = "ours, ";
  static final String DYNAMODB_LOCAL = "DynamoDB Local";

  private static final Path JVMS = Path.of("/usr/lib/jvm");

  private final Path build;
  private final List<Target> found = new ArrayList<>();

  private Targets(Path build) {
    this.build = build;
  }

  /**
   * @param build the folder below which jar and peers have been put
   */
  static List<Target> find(Path build) {
    Targets targets = new Targets(build);
    targets.addOurs("Java 17", "17");
    targets.addOurs("Java 25", "25");
    targets.addOurs("on a file", "17", "--db-path", Target.DIRECTORY);
    targets.addDynamoDbLocal();
    targets.addDynalite();
    targets.addDynoxide();
    return targets.found;
  }

  private void addOurs(String manner, String version, String... options) {
    Optional<String> java = java(version);
    if (java.isEmpty()) {
      leaveOut(OURS_PREFIX + manner, "there is no JDK " + version);
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(java.get());
    command.add("-jar");
    command.add(build.resolve("target/dynamo-emulator.jar").toString());
    command.add("--port");
    command.add(Target.PORT);
    command.addAll(List.of(options));
    found.add(new Target(OURS_PREFIX + manner, true, List.copyOf(command)));
  }

  private static Optional<String> java(String version) {
    if (Runtime.version().feature() == Integer.parseInt(version)) {
      return Optional.of(Path.of(System.getProperty("java.home"), "bin/java").toString());
    }
    if (!Files.isDirectory(JVMS)) {
      return Optional.empty();
    }
    try (Stream<Path> jvms = Files.list(JVMS)) {
      return jvms.filter(jvm -> jvm.getFileName().toString().contains("-" + version + "-"))
          .map(jvm -> jvm.resolve("bin/java"))
          .filter(Files::isExecutable)
          .map(Path::toString)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addDynamoDbLocal() {
    Path folder = build.resolve("comparison/target/dynamodb-local");
    if (!Files.isDirectory(folder)) {
      leaveOut(DYNAMODB_LOCAL, "it has not been fetched");
      return;
    }
    found.add(
        new Target(
            DYNAMODB_LOCAL,
            false,
            List.of(
                java("17").orElse("java"),
                "-Djava.library.path=" + folder,
                "-cp",
                folder + "/*",
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Target.PORT)));
  }

  private void addDynalite() {
    addPackage(
        "dynalite",
        build.resolve("bench/target/node_modules/dynalite/cli.js"),
        script ->
            List.of(
                "node",
                script,
                "--createTableMs",
                "0",
                "--deleteTableMs",
                "0",
                "--port",
                Target.PORT));
  }

  private void addDynoxide() {
    addPackage(
        "dynoxide",
        build.resolve("bench/target/node_modules/@dynoxide/linux-x64/dynoxide"),
        binary -> List.of(binary, "serve", "--port", Target.PORT));
  }

  private interface Command {
    List<String> of(String file);
  }

  private void addPackage(String name, Path file, Command command) {
    if (Files.exists(file)) {
      found.add(new Target(name, false, command.of(file.toString())));
    } else {
      leaveOut(name, "it is not installed");
    }
  }

  private static void leaveOut(String name, String reason) {
    System.out.println("Left out: " + name + ", as " + reason);
  }
}
