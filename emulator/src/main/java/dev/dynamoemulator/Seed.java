package dev.dynamoemulator;

import dev.dynamoemulator.fixtures.FixtureItems;
import dev.dynamoemulator.fixtures.FixtureTable;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.shape.Struct;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

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
        load(table);
      } catch (DynamoDbException fault) {
        if (fault.code() == ErrorCode.RESOURCE_IN_USE) {
          LOG.log(System.Logger.Level.INFO, "Seed {0}: {1}", table.folder(), fault.getMessage());
        } else {
          throw new IllegalArgumentException(
              "The seed " + table.folder() + " is refused: " + fault.getMessage(), fault);
        }
      }
    }
  }

  private void load(FixtureTable table) {
    Struct definition = calls.run("CreateTable", table.createTable());
    byte[] head =
        ("{\"TableName\":\"" + definition.string("TableName") + "\",\"Item\":")
            .getBytes(StandardCharsets.UTF_8);
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
