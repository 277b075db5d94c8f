package dev.dynamoemulator.junit5;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.fixtures.definition.TableDefinition;
import dev.dynamoemulator.fixtures.definition.TableDefinitions;
import dev.dynamoemulator.fixtures.item.SeedFile;
import dev.dynamoemulator.fixtures.json.JsonTree;
import dev.dynamoemulator.junit5.Settings.TableSource;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.TransientDelays;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates tables in an emulator and fills them. */
record Setup(Emulator emulator, Resources resources) implements SeedFile.Target {

  void createTables(List<TableSource> sources) {
    for (TableSource source : sources) {
      if (source.file() == null) {
        EnhancedClients.createTable(emulator, source);
        settle();
      } else {
        createTables(source);
      }
    }
  }

  private void createTables(TableSource source) {
    List<TableDefinition> tables =
        TableDefinitions.read(
            source.file(), Resources.open(resources.find(source.file())), source.parameters());
    if (source.name() != null && tables.size() != 1) {
      throw new IllegalArgumentException(
          source.file() + " defines " + tables.size() + " tables, none of which can be named");
    }
    for (TableDefinition table : tables) {
      create(source.name() == null ? table : table.named(source.name()));
    }
  }

  private void create(TableDefinition table) {
    for (TableDefinition.ApiRequest request : table.requests()) {
      call(request.operation(), request.body());
      settle();
    }
    table.items().forEach(item -> put(table.tableName(), item));
  }

  /** What is declared is there from the start, however long tables are in the making later. */
  private void settle() {
    TransientDelays delays = emulator.options().transientDelays();
    if (!delays.equals(TransientDelays.NONE)) {
      AdjustableClock before = emulator.clock().copy();
      emulator.clock().advance(delays.create().plus(delays.update()));
      emulator.clock().follow(before);
    }
  }

  void seed(List<URL> files) {
    files.forEach(this::seed);
  }

  private void seed(URL file) {
    Optional<Path> folder = Resources.folder(file);
    if (folder.isPresent()) {
      emulator.load(Fixtures.in(folder.get()));
      return;
    }
    SeedFile seed = SeedFile.of(file.getPath(), Resources.open(file));
    if (seed.namesTables()) {
      seed.sendTo(this);
    } else {
      seed.sendTo(table(seed), this);
    }
  }

  /** The table that a file is named after, else the only one that there is. */
  private String table(SeedFile seed) {
    Map<String, Object> answer = tree(call("ListTables", JsonTree.write(Map.of())));
    List<Object> names = JsonTree.list(answer.get("TableNames"), "TableNames");
    return Stream.of(seed.baseName())
        .filter(names::contains)
        .findFirst()
        .or(() -> names.size() == 1 ? Optional.of((String) names.get(0)) : Optional.empty())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The seed " + seed.baseName() + " names no table; there are " + names));
  }

  @Override
  public Map<String, String> keyTypes(String table) {
    Map<String, Object> answer =
        tree(call("DescribeTable", JsonTree.write(Map.of("TableName", table))));
    return TableDefinition.keyTypes(JsonTree.object(answer.get("Table"), "Table"));
  }

  @Override
  public void put(String table, Map<String, Object> item) {
    call("PutItem", JsonTree.write(Map.of("TableName", table, "Item", item)));
  }

  private byte[] call(String operation, byte[] request) {
    try {
      return emulator.call(operation, request);
    } catch (DynamoDbException e) {
      throw new IllegalArgumentException(
          operation + " is refused: " + e.getMessage() + " " + new String(request, UTF_8), e);
    }
  }

  private static Map<String, Object> tree(byte[] answer) {
    return JsonTree.object(JsonTree.read(answer), "the answer");
  }
}
