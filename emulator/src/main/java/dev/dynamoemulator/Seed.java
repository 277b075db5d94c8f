package dev.dynamoemulator;

import dev.dynamoemulator.fixtures.FixtureItems;
import dev.dynamoemulator.fixtures.FixtureTable;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Constraints;
import dev.dynamoemulator.shape.RequestDecoder;
import dev.dynamoemulator.shape.ShapeTable;
import dev.dynamoemulator.shape.Struct;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fills a new emulator with tables and items, through the operations that clients call. */
final class Seed {

  private static final System.Logger LOG = System.getLogger(Seed.class.getName());

  private final Operation createTable;
  private final Operation putItem;
  private final Namespace namespace;
  private final Wording wording;

  Seed(List<Operation> operations, Namespace namespace, Wording wording) {
    this.createTable = named(operations, "CreateTable");
    this.putItem = named(operations, "PutItem");
    this.namespace = namespace;
    this.wording = wording;
  }

  private static Operation named(List<Operation> operations, String name) {
    return operations.stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
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
    Struct definition = call(createTable, table.createTable());
    byte[] head =
        ("{\"TableName\":\"" + definition.string("TableName") + "\",\"Item\":")
            .getBytes(StandardCharsets.UTF_8);
    try (FixtureItems items = table.items()) {
      while (items.hasNext()) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(items.next());
        body.write('}');
        call(putItem, body.toByteArray());
      }
    }
  }

  private Struct call(Operation operation, byte[] body) {
    Struct input =
        RequestDecoder.decode(ShapeTable.standard().input(operation.name()), body, wording);
    Constraints.check(input, operation.name(), wording);
    operation.check(new Request(input, namespace, wording)).run();
    return input;
  }
}
