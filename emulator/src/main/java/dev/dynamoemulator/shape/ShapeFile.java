package dev.dynamoemulator.shape;

import dev.dynamoemulator.shape.Shape.Bounds;
import dev.dynamoemulator.shape.Shape.Member;
import dev.dynamoemulator.shape.Shape.Structure;
import dev.dynamoemulator.shape.Shape.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations and shapes of one API version, from a resource with one declaration a line:
 *
 * <pre>
 * operation PutItem PutItemInput
 * structure PutItemInput TableName!:TableArn Item!:PutItemInputAttributeMap …
 * string IndexName 3..255 ^[a-zA-Z0-9_.-]+$
 * enum Select ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES …
 * integer ScanSegment 0..999999
 * list KeyList Key 1..100
 * map Key AttributeName AttributeValue
 * </pre>
 *
 * <p>A member's {@code !} says that it is required; bounds and pattern may be missing. Lines are
 * read at once, each shape is made when it is first asked for. Thread-safe.
 */
final class ShapeFile {

  private static final String ATTRIBUTE_VALUE = "AttributeValue";

  private final Map<String, String> operations = new TreeMap<>();
  private final Map<String, String> declarations = new HashMap<>();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  ShapeFile(String resource) {
    for (String line : read(resource).split("\n")) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" ", 3);
        if (words[0].equals("operation")) {
          operations.put(words[1], words[2]);
        } else {
          declarations.put(words[1], line);
        }
      }
    }
  }

  private static String read(String resource) {
    try (InputStream in = ShapeFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> operations() {
    return operations.keySet();
  }

  /** Null when there is no such operation. */
  Structure input(String operation) {
    String name = operations.get(operation);
    return name == null ? null : (Structure) shape(name);
  }

  private Shape shape(String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      shape = make(name);
      shapes.put(name, shape);
    }
    return shape;
  }

  private Shape make(String name) {
    String[] words = declarations.get(name).split(" ");
    return switch (words[0]) {
      case "structure" -> structure(name, words);
      case "list" -> new Shape.Listing(name, shape(words[2]), bounds(words, 3));
      case "map" -> map(name, words);
      case "string" -> new Text(name, bounds(words, 2), pattern(name, words), List.of());
      case "enum" -> new Text(name, Bounds.NONE, null, List.of(words).subList(2, words.length));
      case "integer" -> new Shape.Whole(name, bounds(words, 2));
      case "long" -> new Shape.LongWhole(name, bounds(words, 2));
      case "double" -> new Shape.Decimal(name);
      case "timestamp" -> new Shape.Timestamp(name);
      case "boolean" -> new Shape.Flag(name);
      case "value" -> new Shape.Value(name);
      default -> throw new IllegalStateException("Unknown declaration of " + name);
    };
  }

  private Structure structure(String name, String[] words) {
    List<Member> members = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      boolean required = words[i].charAt(colon - 1) == '!';
      String member = words[i].substring(0, required ? colon - 1 : colon);
      members.add(new Member(member, shape(words[i].substring(colon + 1)), required));
    }
    return new Structure(name, members);
  }

  private Shape map(String name, String[] words) {
    return words[3].equals(ATTRIBUTE_VALUE)
        ? new Shape.ValueMap(name)
        : new Shape.Mapping(name, (Text) shape(words[2]), shape(words[3]), bounds(words, 4));
  }

  private static Bounds bounds(String[] words, int index) {
    int dots = index < words.length ? words[index].indexOf("..") : -1;
    if (dots < 0 || words[index].startsWith("^")) {
      return Bounds.NONE;
    }
    String min = words[index].substring(0, dots);
    String max = words[index].substring(dots + 2);
    return new Bounds(
        min.isEmpty() ? Long.MIN_VALUE : Long.parseLong(min),
        max.isEmpty() ? Long.MAX_VALUE : Long.parseLong(max));
  }

  /** The pattern is the last word and may hold blanks itself. */
  private String pattern(String name, String[] words) {
    for (int i = 2; i < words.length; i++) {
      if (words[i].startsWith("^")) {
        String line = declarations.get(name);
        return line.substring(line.indexOf(" ^") + 1);
      }
    }
    return null;
  }
}
