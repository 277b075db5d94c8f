package dev.dynamoemulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes the shape file of the published Smithy model: names, types and constraints only. */
final class ShapeFileWriter {

  /** Where the file is checked in, from the directory of the module. */
  static final Path FILE = Path.of("src/main/resources/dev/dynamoemulator/shape/dynamodb.shapes");

  private static final String MODEL = "/META-INF/smithy/2012-08-10/dynamodb-2012-08-10.json";

  private final JsonNode shapes;
  private final Map<String, String> declarations = new TreeMap<>();

  private ShapeFileWriter(JsonNode shapes) {
    this.shapes = shapes;
  }

  /** Replaces the file that is checked in. */
  static void update() throws IOException {
    Files.writeString(FILE, content());
  }

  static String content() throws IOException {
    try (InputStream model = ShapeFileWriter.class.getResourceAsStream(MODEL)) {
      return new ShapeFileWriter(new ObjectMapper().readTree(model).get("shapes")).write();
    }
  }

  private String write() {
    StringBuilder file = new StringBuilder();
    file.append("# Written by ShapeFileWriter from the published model; not to be edited.\n");
    Map<String, String> operations = new TreeMap<>();
    shapes
        .properties()
        .forEach(
            shape -> {
              if (shape.getValue().get("type").asText().equals("operation")) {
                operations.put(nameOf(shape.getKey()), declare(shape.getValue().get("input")));
              }
            });
    operations.forEach(
        (name, input) ->
            file.append("operation ").append(name).append(' ').append(input).append('\n'));
    declarations.values().forEach(line -> file.append(line).append('\n'));
    return file.toString();
  }

  /** Makes sure that the file declares the shape that a member targets; returns its name. */
  private String declare(JsonNode reference) {
    String target = reference.get("target").asText();
    String name = nameOf(target);
    if (!declarations.containsKey(name)) {
      declarations.put(name, "");
      declarations.put(name, declaration(name, shapes.path(target)));
    }
    return name;
  }

  private String declaration(String name, JsonNode shape) {
    if (name.equals("AttributeValue")) {
      return "value " + name;
    }
    return switch (shape.path("type").asText(name.toLowerCase())) {
      case "structure" -> "structure " + name + members(shape);
      case "enum" -> "enum " + name + values(shape);
      case "list" -> "list " + name + " " + declare(shape.get("member")) + bounds(shape);
      case "map" ->
          "map "
              + name
              + " "
              + declare(shape.get("key"))
              + " "
              + declare(shape.get("value"))
              + bounds(shape);
      case "string" -> "string " + name + bounds(shape) + pattern(shape);
      case "integer", "long" -> shape.get("type").asText() + " " + name + bounds(shape);
      case "boolean", "double", "timestamp" -> shape.get("type").asText() + " " + name;
      default -> throw new IllegalStateException("No form for " + name);
    };
  }

  private String members(JsonNode structure) {
    StringBuilder members = new StringBuilder();
    structure
        .get("members")
        .properties()
        .forEach(
            member ->
                members
                    .append(' ')
                    .append(member.getKey())
                    .append(trait(member.getValue(), "required").isMissingNode() ? ":" : "!:")
                    .append(declare(member.getValue())));
    return members.toString();
  }

  private static String values(JsonNode enumeration) {
    StringBuilder values = new StringBuilder();
    for (JsonNode value : enumeration.get("members")) {
      values.append(' ').append(trait(value, "enumValue").asText());
    }
    return values.toString();
  }

  private static String bounds(JsonNode shape) {
    JsonNode length = trait(shape, "length");
    JsonNode bounds = length.isMissingNode() ? trait(shape, "range") : length;
    if (bounds.isMissingNode()) {
      return "";
    }
    return " " + bounds.path("min").asText("") + ".." + bounds.path("max").asText("");
  }

  private static String pattern(JsonNode shape) {
    JsonNode pattern = trait(shape, "pattern");
    return pattern.isMissingNode() ? "" : " " + pattern.asText();
  }

  private static JsonNode trait(JsonNode node, String name) {
    return node.path("traits").path("smithy.api#" + name);
  }

  private static String nameOf(String target) {
    return target.substring(target.indexOf('#') + 1);
  }
}
