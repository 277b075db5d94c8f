package dev.dynamoemulator;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of the README that are written from the code: each stands between two comments. */
final class Readme {

  static final Path FILE = Path.of("..", "README.md");

  private static final Path OPERATIONS =
      Path.of("src", "test", "resources", "dev", "dynamoemulator", "operations.txt");
  private static final String NOT_BUILT = "Not built: answers `UnknownOperationException`.";

  private Readme() {}

  static String content() throws IOException {
    return Files.readString(FILE);
  }

  /** The file as it should be. */
  static String current() throws IOException {
    String readme = replaced(content(), "operations", operationsTable());
    return replaced(readme, "options", optionsTable());
  }

  private static String replaced(String readme, String part, String table) {
    String start = "<!-- " + part + ": written by ReadmeTest -->\n\n";
    String end = "\n<!-- end of " + part + " -->";
    int from = readme.indexOf(start) + start.length();
    return readme.substring(0, from) + table + readme.substring(readme.indexOf(end));
  }

  /** What each operation does, by name, in the groups and order of the file. */
  static Map<String, String> descriptions() throws IOException {
    Map<String, String> descriptions = new LinkedHashMap<>();
    lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                descriptions.put(line.substring(0, colon), line.substring(colon + 1).trim());
              }
            });
    return descriptions;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(OPERATIONS).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static String operationsTable() throws IOException {
    Set<String> built = built();
    Map<String, String> descriptions = descriptions();
    StringBuilder table = new StringBuilder("| | Operation | Here |\n|---|---|---|\n");
    String group = "";
    for (String line : lines()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        group = line;
      } else {
        String name = line.substring(0, colon);
        String description = built.contains(name) ? descriptions.get(name) : NOT_BUILT;
        table.append("| %s | `%s` | %s |\n".formatted(group, name, description));
        group = "";
      }
    }
    return table.toString();
  }

  /** The names of the operations that an emulator really has. */
  static Set<String> built() {
    DatabaseSettings settings =
        DatabaseSettings.of(
            EmulatorOptions.builder().build(), AdjustableClock.system(), Ids.random());
    Database database = Database.open(settings, H2Storage.inMemory());
    try {
      return database.operations().keySet();
    } finally {
      database.close();
    }
  }

  private static String optionsTable() {
    StringBuilder table =
        new StringBuilder("| Option | The same | Default | Meaning |\n|---|---|---|---|\n");
    for (EmulatorOption option : EmulatorOption.values()) {
      String label = option.isFlag() ? "" : " " + option.valueLabel().replace("|", "\\|");
      String standard = option.defaultValue() == null ? "" : "`" + option.defaultValue() + "`";
      table.append(
          "| `%s%s` | `%s` | %s | %s |\n"
              .formatted(
                  option.localName(), label, option.kebabName(), standard, option.description()));
    }
    return table.toString();
  }
}
