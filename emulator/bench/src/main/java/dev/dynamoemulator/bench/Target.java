package dev.dynamoemulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that can be measured.
 *
 * @param isOurs whether it is an emulator of this build
 * @param command starts it; {@code PORT} stands for the port, {@code DIRECTORY} for an empty
 *     directory
 */
record Target(String name, boolean isOurs, List<String> command) {

  static final String PORT = "PORT";
  static final String DIRECTORY = "DIRECTORY";

  private static final Path FILES = Path.of("emulator/bench/target/files");

  List<String> command(int port) {
    return command.stream()
        .map(
            part ->
                switch (part) {
                  case PORT -> Integer.toString(port);
                  case DIRECTORY -> newDirectory();
                  default -> part;
                })
        .toList();
  }

  /** The same with another option for its JVM. */
  Target with(String javaOption) {
    List<String> changed = new ArrayList<>(command);
    changed.add(1, javaOption);
    return new Target(name, isOurs, List.copyOf(changed));
  }

  /** Below the build's own, so that cleaning it cleans this. */
  private static String newDirectory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(FILES), "db").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
