package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes requests of table operations from JSON without looking at their shapes: every object is a
 * structure and every number a long one, but for the members that are integers.
 */
public final class Structs {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> INTEGERS = Set.of("Limit");

  private Structs() {}

  /** Single quotes are taken for double ones. */
  public static Struct of(String operation, String json) {
    try {
      return struct(JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(operation + " " + json, broken);
    }
  }

  private static Struct struct(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object
        .properties()
        .forEach(member -> members.put(member.getKey(), value(member.getKey(), member.getValue())));
    return new Struct(members);
  }

  private static Object value(String member, JsonNode node) {
    if (node.isObject()) {
      return struct(node);
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(value(member, element)));
      return elements;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return INTEGERS.contains(member) ? (Object) node.intValue() : (Object) node.longValue();
    }
    return node.textValue();
  }
}
