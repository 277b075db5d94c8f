package dev.dynamoemulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests up after the shapes of the operations: mostly of the right types, seldom of the
 * right sense. Not thread-safe.
 */
public final class RandomRequests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 12;
  private static final List<String> TYPES =
      List.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M");
  private static final List<String> WORDS =
      List.of("", "a", "1", "#a", ":a", "AQ==", "*", "\u00e4", "x".repeat(300));
  private static final List<Long> WHOLES = List.of(0L, -1L, 100L, 101L, 1L << 31, Long.MAX_VALUE);
  private static final List<Double> DECIMALS = List.of(0.0, 0.5, 1.0, -1.0, 1e18, 1e300);

  private final Random random;
  private final Map<String, List<String>> texts;
  private final Map<String, String> types;

  /** How many of a hundred values are nonsense, and how many of the optional members there are. */
  private int nonsense;

  private int optional;

  /**
   * @param texts what members, and keys of maps of that shape, are mostly given: names of what
   *     exists, expressions
   * @param types what attributes of those names mostly are: S, N, or L as a list of numbers
   */
  public RandomRequests(Random random, Map<String, List<String>> texts, Map<String, String> types) {
    this.random = random;
    this.texts = texts;
    this.types = types;
  }

  /** A JSON object for that operation. */
  public String of(String operation) {
    nonsense = oneOf(List.of(0, 0, 2, 10));
    optional = oneOf(List.of(0, 3, 10, 30, 60));
    return structure(ShapeTable.standard().input(operation), 0).toString();
  }

  private ObjectNode structure(Shape.Structure shape, int depth) {
    ObjectNode node = JSON.objectNode();
    for (Shape.Member member : shape.members()) {
      if (depth < MAX_DEPTH && happens(member.required() ? 100 - nonsense : optional)) {
        node.set(member.name(), member(member.name(), member.shape(), depth + 1));
      }
    }
    return node;
  }

  private JsonNode member(String name, Shape shape, int depth) {
    if (isNonsense()) {
      return oneOf(
          List.of(JSON.nullNode(), JSON.arrayNode(), JSON.objectNode(), JSON.numberNode(1)));
    }
    return switch (kind(shape)) {
      case "Text" -> JSON.textNode(text(name, (Shape.Text) shape));
      case "Whole", "LongWhole" ->
          JSON.numberNode(isNonsense() ? oneOf(WHOLES) : 1 + random.nextInt(9));
      case "Decimal", "Timestamp" ->
          JSON.numberNode(isNonsense() ? oneOf(DECIMALS) : 20 + random.nextInt(50));
      case "Flag" -> JSON.booleanNode(random.nextBoolean());
      case "Value" -> value(name, depth);
      case "ValueMap" -> values(name, depth);
      case "Listing" -> list(name, ((Shape.Listing) shape).element(), depth);
      case "Mapping" -> map(name, (Shape.Mapping) shape, depth);
      default -> structure((Shape.Structure) shape, depth);
    };
  }

  private static String kind(Shape shape) {
    return shape.getClass().getSimpleName();
  }

  private String text(String name, Shape.Text shape) {
    if (isNonsense()) {
      return oneOf(WORDS);
    }
    if (!shape.values().isEmpty()) {
      return oneOf(shape.values());
    }
    return texts.containsKey(name)
        ? oneOf(texts.get(name))
        : "abc".repeat((int) Math.max(1, (shape.length().min() + 2) / 3));
  }

  private ArrayNode list(String name, Shape element, int depth) {
    ArrayNode node = JSON.arrayNode();
    for (int size = isNonsense() ? 0 : 1 + random.nextInt(3); size > 0; size--) {
      node.add(member(name, element, depth + 1));
    }
    return node;
  }

  private ObjectNode map(String name, Shape.Mapping shape, int depth) {
    ObjectNode node = JSON.objectNode();
    for (int size = 1 + random.nextInt(2); size > 0; size--) {
      node.set(text(name, shape.key()), member(name, shape.value(), depth + 1));
    }
    return node;
  }

  private ObjectNode values(String name, int depth) {
    ObjectNode node = JSON.objectNode();
    for (String key : texts.getOrDefault(name, List.of("a", "b", "c"))) {
      if (happens(85)) {
        node.set(key, value(key, depth + 1));
      }
    }
    return node;
  }

  private ObjectNode value(String name, int depth) {
    String type = isNonsense() ? "" : types.getOrDefault(name, "");
    return switch (type) {
      case "S" -> JSON.objectNode().put(type, "a");
      case "N" -> JSON.objectNode().put(type, "1");
      case "L" ->
          JSON.objectNode().set(type, JSON.arrayNode().add(JSON.objectNode().put("N", "1")));
      default -> value(depth);
    };
  }

  private ObjectNode value(int depth) {
    String type = oneOf(TYPES);
    ObjectNode node = JSON.objectNode();
    switch (type) {
      case "BOOL", "NULL" -> node.put(type, random.nextBoolean());
      case "SS", "NS", "BS" -> node.putArray(type).add(isNonsense() ? oneOf(WORDS) : "1");
      case "L" -> node.putArray(type).add(depth < MAX_DEPTH ? value(depth + 1) : JSON.nullNode());
      case "M" -> node.set(type, depth < MAX_DEPTH ? values("Item", depth + 1) : JSON.objectNode());
      case "N" -> node.put(type, oneOf(WHOLES).toString());
      case "B" -> node.put(type, isNonsense() ? oneOf(WORDS) : "AQ==");
      default -> node.put(type, oneOf(WORDS));
    }
    return node;
  }

  private boolean isNonsense() {
    return happens(nonsense);
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
