package dev.dynamoemulator.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that a request names, wherever it does. */
public final class TableNames {

  private TableNames() {}

  /** Names or ARNs in the order of the request; one that is named twice is listed twice. */
  public static List<String> of(Struct input) {
    List<String> names = new ArrayList<>(1);
    collect(input, names);
    return names;
  }

  private static void collect(Object value, List<String> names) {
    if (value instanceof Struct struct) {
      List<Shape.Member> members = struct.shape().members();
      for (int i = 0; i < members.size(); i++) {
        collectMember(members.get(i), struct.get(i), names);
      }
    } else if (value instanceof List<?> elements) {
      elements.forEach(element -> collect(element, names));
    }
  }

  private static void collectMember(Shape.Member member, Object value, List<String> names) {
    if (value == null) {
      return;
    }
    if (Reporting.isTableReference(member)) {
      names.add((String) value);
    } else if (member.name().equals("RequestItems") && value instanceof Map<?, ?> tables) {
      tables.keySet().forEach(name -> names.add((String) name));
    } else {
      collect(value, names);
    }
  }
}
