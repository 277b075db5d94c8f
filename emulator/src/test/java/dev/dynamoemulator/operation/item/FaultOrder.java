package dev.dynamoemulator.operation.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Requests with two faults each: neighbours of a list that stands in the order in which the service
 * finds them. Every fault is also sent alone, to show that it is one.
 */
final class FaultOrder {

  private final Map<String, String> sound;

  private FaultOrder(Map<String, String> sound) {
    this.sound = sound;
  }

  /**
   * @param membersAndValues members of a request without faults and their JSON; a member of a
   *     member is written with a dot
   */
  static FaultOrder within(String... membersAndValues) {
    return new FaultOrder(map(membersAndValues));
  }

  /**
   * A fault.
   *
   * @param membersAndValues what it adds to the sound request or replaces in it; null removes
   */
  record Fault(String text, Map<String, String> members) {
    static Fault fault(String text, String... membersAndValues) {
      return new Fault(text, map(membersAndValues));
    }
  }

  /** Rows of request and text; neighbours must not need different values of one member. */
  Stream<Arguments> of(Fault... faults) {
    List<Arguments> rows = new ArrayList<>();
    for (int i = 0; i < faults.length; i++) {
      rows.add(Arguments.of(request(faults[i].members()), faults[i].text()));
      if (i > 0) {
        Map<String, String> both = new LinkedHashMap<>(faults[i - 1].members());
        faults[i].members().forEach((member, value) -> add(both, member, value));
        rows.add(Arguments.of(request(both), faults[i - 1].text()));
      }
    }
    return rows.stream();
  }

  private static void add(Map<String, String> members, String member, String value) {
    boolean isNew = !members.containsKey(member);
    String other = members.put(member, value);
    if (!isNew && !String.valueOf(value).equals(String.valueOf(other))) {
      throw new IllegalArgumentException("Two neighbours want " + member);
    }
  }

  private String request(Map<String, String> changes) {
    Map<String, String> members = new LinkedHashMap<>(sound);
    changes.forEach(
        (member, value) -> {
          if (value == null) {
            members.remove(member);
          } else {
            members.put(member, value);
          }
        });
    Map<String, StringJoiner> nested = new LinkedHashMap<>();
    StringJoiner request = new StringJoiner(",", "{", "}");
    members.forEach(
        (member, value) -> {
          int dot = member.indexOf('.');
          if (dot < 0) {
            request.add("'" + member + "':" + value);
          } else {
            nested
                .computeIfAbsent(member.substring(0, dot), name -> new StringJoiner(",", "{", "}"))
                .add("'" + member.substring(dot + 1) + "':" + value);
          }
        });
    nested.forEach((member, entries) -> request.add("'" + member + "':" + entries));
    return request.toString();
  }

  private static Map<String, String> map(String... membersAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < membersAndValues.length; i += 2) {
      map.put(membersAndValues[i], membersAndValues[i + 1]);
    }
    return map;
  }
}
