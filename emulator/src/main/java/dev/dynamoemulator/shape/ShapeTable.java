package dev.dynamoemulator.shape;

import java.util.Map;
import java.util.Set;

/**
 * What operations exist and what their requests look like. Made from the published model and, for
 * DynamoDB Streams, by hand. Thread-safe.
 */
public final class ShapeTable {

  /** The target prefix of the operations on tables and items. */
  public static final String DYNAMODB = "DynamoDB_20120810";

  /** The target prefix of the operations that read streams. */
  public static final String STREAMS = "DynamoDBStreams_20120810";

  private static final ShapeTable STANDARD = new ShapeTable();

  private final Map<String, ShapeFile> files =
      Map.of(DYNAMODB, new ShapeFile("dynamodb.shapes"), STREAMS, new ShapeFile("streams.shapes"));

  private ShapeTable() {}

  /** The one table of this JVM, read when it is first asked for. */
  public static ShapeTable standard() {
    return STANDARD;
  }

  /** The names of a prefix's operations in alphabetical order; empty for an unknown prefix. */
  public Set<String> operations(String targetPrefix) {
    ShapeFile file = files.get(targetPrefix);
    return file == null ? Set.of() : file.operations();
  }

  /**
   * The members of an operation's request. No operation name occurs under both prefixes.
   *
   * @throws IllegalArgumentException when there is no such operation
   */
  public Shape.Structure input(String operation) {
    for (ShapeFile file : files.values()) {
      Shape.Structure input = file.input(operation);
      if (input != null) {
        return input;
      }
    }
    throw new IllegalArgumentException("Unknown operation " + operation);
  }
}
