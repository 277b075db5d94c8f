package dev.dynamoemulator;

import dev.dynamoemulator.fixtures.FixtureItems;
import dev.dynamoemulator.fixtures.FixtureTable;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Fills a new emulator with tables and items, through the operations that clients call. */
final class Seed {

  private static final System.Logger LOG = System.getLogger(Seed.class.getName());

  private final DirectCalls calls;

  Seed(DirectCalls calls) {
    this.calls = calls;
  }

  /**
   * Creates every table with its items. A table that is there already, in a file, stays as it is.
   *
   * @throws IllegalArgumentException when a table or an item is refused; the message says why
   */
  void load(Fixtures fixtures) {
    for (FixtureTable table : fixtures.tables()) {
      try {
        create(table).ifPresent(name -> fill(name, table));
      } catch (DynamoDbException fault) {
        throw new IllegalArgumentException(
            "The seed " + table.folder() + " is refused: " + fault.getMessage(), fault);
      }
    }
  }

  /** The table's name; empty when it is there already. */
  private Optional<String> create(FixtureTable table) {
    try {
      return Optional.of(calls.run("CreateTable", table.createTable()).string("TableName"));
    } catch (DynamoDbException fault) {
      if (fault.code() != ErrorCode.RESOURCE_IN_USE) {
        throw fault;
      }
      LOG.log(System.Logger.Level.INFO, "Seed {0}: {1}", table.folder(), fault.getMessage());
      return Optional.empty();
    }
  }

  private void fill(String name, FixtureTable table) {
    table.settings().forEach(setting -> calls.run(setting.operation(), setting.body()));
    byte[] head = ("{\"TableName\":\"" + name + "\",\"Item\":").getBytes(StandardCharsets.UTF_8);
    try (FixtureItems items = table.items()) {
      while (items.hasNext()) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(items.next());
        body.write('}');
        calls.run("PutItem", body.toByteArray());
      }
    }
  }
}
