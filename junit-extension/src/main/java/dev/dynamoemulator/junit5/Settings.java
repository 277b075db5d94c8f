package dev.dynamoemulator.junit5;

import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.EmulatorOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is declared for an emulator. Immutable.
 *
 * @param options as texts, on top of those of {@code base}
 * @param base null for the defaults
 */
record Settings(
    Scope scope,
    Reset reset,
    List<TableSource> tables,
    List<String> seed,
    List<String> options,
    EmulatorOptions base,
    int journal) {

  /**
   * Where tables come from: a class or a file.
   *
   * @param type null when there is a file
   * @param name null for the class's own, and for those of the file
   * @param file null when there is a class
   */
  record TableSource(Class<?> type, String name, String file, Map<String, String> parameters) {

    static TableSource of(Table table) {
      String name = table.name().isEmpty() ? null : table.name();
      if (!table.file().isEmpty()) {
        return new TableSource(null, name, table.file(), pairs(List.of(table.parameters())));
      }
      if (table.value() == Void.class) {
        throw new IllegalArgumentException("@Table needs a class or a file");
      }
      return new TableSource(table.value(), name, null, Map.of());
    }

    /** The table's name, for a class. */
    String tableName() {
      return name != null ? name : type.getSimpleName();
    }
  }

  static Settings of(DynamoEmulator declared) {
    return new Settings(
        declared.scope(),
        declared.reset(),
        Arrays.stream(declared.tables()).map(TableSource::of).toList(),
        List.of(declared.seed()),
        List.of(declared.options()),
        null,
        declared.journal());
  }

  /**
   * @throws IllegalArgumentException when an option is unknown or has a wrong value
   */
  EmulatorOptions emulatorOptions() {
    if (base != null) {
      return base;
    }
    EmulatorOptions.Builder builder = EmulatorOptions.builder();
    pairs(options).forEach((name, value) -> option(name).set(builder, value));
    return checked(builder.build());
  }

  private EmulatorOptions checked(EmulatorOptions built) {
    if (built.dbPath().isPresent() && (reset != Reset.NEVER || scope == Scope.METHOD)) {
      throw new IllegalArgumentException(
          "An emulator with a database file needs reset = NEVER and is not copied for methods");
    }
    return built;
  }

  private static EmulatorOption option(String name) {
    return Arrays.stream(EmulatorOption.values())
        .filter(
            option ->
                option.localName().equals("-" + name) || option.kebabName().equals("--" + name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no option " + name));
  }

  private static Map<String, String> pairs(List<String> assignments) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("Expected name=value, but was " + assignment);
      }
      pairs.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return pairs;
  }
}
