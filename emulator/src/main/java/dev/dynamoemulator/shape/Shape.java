package dev.dynamoemulator.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of a request, as the published model declares it. Immutable and thread-safe. {@code name}
 * is the name in the model, which some error texts show.
 */
public sealed interface Shape {

  String name();

  /** The number of elements or characters that the model allows, or the values of a number. */
  record Bounds(long min, long max) {
    static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean isNone() {
      return min == NONE.min && max == NONE.max;
    }

    boolean contain(long count) {
      return min <= count && count <= max;
    }
  }

  /**
   * @param pattern the regular expression of the whole text; null when any text will do
   * @param values the allowed texts; empty when it is no enumeration
   */
  record Text(String name, Bounds length, String pattern, List<String> values) implements Shape {}

  record Whole(String name, Bounds range) implements Shape {}

  record LongWhole(String name, Bounds range) implements Shape {}

  record Decimal(String name) implements Shape {}

  /** A point in time as seconds of the epoch. */
  record Timestamp(String name) implements Shape {}

  record Flag(String name) implements Shape {}

  /** An attribute value. */
  record Value(String name) implements Shape {}

  /** A map from attribute names, or from expression placeholders, to attribute values. */
  record ValueMap(String name) implements Shape {}

  record Listing(String name, Shape element, Bounds length) implements Shape {}

  record Mapping(String name, Text key, Shape value, Bounds length) implements Shape {}

  record Member(String name, Shape shape, boolean required) {}

  /** A structure; its members have indices in the order of the model. */
  final class Structure implements Shape {

    private final String name;
    private final List<Member> members;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Rule rule;

    Structure(String name, List<Member> members) {
      this.name = name;
      this.members = List.copyOf(members);
      for (Member member : members) {
        indices.put(member.name(), indices.size());
      }
      this.rule = StructureRule.of(this);
    }

    @Override
    public String name() {
      return name;
    }

    List<Member> members() {
      return members;
    }

    /** The index of the member, or -1 when there is none of that name. */
    int indexOf(String member) {
      Integer index = indices.get(member);
      return index == null ? -1 : index;
    }

    /** What a value must satisfy. */
    Rule rule() {
      return rule;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
