package dev.dynamoemulator.junit5.assertions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dynamoemulator.fixtures.item.TypedItem;
import dev.dynamoemulator.fixtures.json.JsonTree;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Values in DynamoDB JSON: made from what Java has, compared as DynamoDB compares them. */
final class Values {

  private Values() {}

  static Map<String, Object> item(String json) {
    return TypedItem.of(JsonTree.object(JsonTree.read(json.getBytes(UTF_8)), "an item"));
  }

  static String json(Object typed) {
    return new String(JsonTree.write(typed), UTF_8);
  }

  static Map<String, Object> members(Map<String, ?> plain) {
    Map<String, Object> typed = new LinkedHashMap<>();
    plain.forEach((name, value) -> typed.put(name, of(value)));
    return typed;
  }

  /** The typed form of a string, number, boolean, byte array, null, list, set or map. */
  static Map<String, Object> of(Object plain) {
    if (plain == null) {
      return Map.of("NULL", true);
    }
    if (plain instanceof Number) {
      return Map.of("N", plain.toString());
    }
    if (plain instanceof Boolean) {
      return Map.of("BOOL", plain);
    }
    if (plain instanceof byte[] bytes) {
      return Map.of("B", Base64.getEncoder().encodeToString(bytes));
    }
    if (plain instanceof Set<?> set) {
      return set(set);
    }
    if (plain instanceof Collection<?> list) {
      return Map.of("L", list.stream().map(Values::of).toList());
    }
    if (plain instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, value) -> members.put(name.toString(), of(value)));
      return Map.of("M", members);
    }
    return Map.of("S", plain.toString());
  }

  private static Map<String, Object> set(Set<?> set) {
    List<Map<String, Object>> elements = set.stream().map(Values::of).toList();
    String type = elements.isEmpty() ? "S" : type(elements.get(0));
    return Map.of(type + "S", elements.stream().map(element -> element.get(type)).toList());
  }

  static String type(Object typed) {
    return JsonTree.object(typed, "a value").keySet().iterator().next();
  }

  static Object content(Object typed) {
    return JsonTree.object(typed, "a value").values().iterator().next();
  }

  /** Whether DynamoDB holds them for the same: numbers by value, sets in any order. */
  static boolean areEqual(Object one, Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    String type = type(one);
    if (!type.equals(type(other))) {
      return false;
    }
    Object left = content(one);
    Object right = content(other);
    return switch (type) {
      case "N" -> number(left).equals(number(right));
      case "SS", "BS" -> Set.copyOf(elements(left)).equals(Set.copyOf(elements(right)));
      case "NS" -> numbers(left).equals(numbers(right));
      case "L" -> areListsEqual(elements(left), elements(right));
      case "M" -> areMembersEqual(JsonTree.object(left, "M"), JsonTree.object(right, "M"));
      default -> Objects.equals(left, right);
    };
  }

  private static boolean areListsEqual(List<Object> left, List<Object> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!areEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean areMembersEqual(Map<String, Object> left, Map<String, Object> right) {
    return left.keySet().equals(right.keySet())
        && left.keySet().stream().allMatch(name -> areEqual(left.get(name), right.get(name)));
  }

  private static List<Object> elements(Object list) {
    return JsonTree.list(list, "the elements");
  }

  private static BigDecimal number(Object text) {
    BigDecimal number = new BigDecimal(text.toString());
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static Set<BigDecimal> numbers(Object set) {
    return elements(set).stream().map(Values::number).collect(Collectors.toSet());
  }
}
