package dev.dynamoemulator.shape;

import java.util.ArrayList;
import java.util.List;

/** Checks the members of a structure in the order in which they are reported. */
final class StructureRule implements Rule {

  /**
   * @param index of the member in its structure
   * @param required whether its absence is a failure
   * @param substitute the index of the member whose presence lifts that; -1 for none
   */
  private record MemberRule(String name, int index, boolean required, int substitute, Rule rule) {

    void check(Struct struct, Path parent, Failures failures) {
      Object value = struct.get(index);
      if (value != null) {
        rule.check(value, Path.member(parent, name), failures);
      } else if (required && (substitute < 0 || struct.get(substitute) == null)) {
        failures.add(null, Path.member(parent, name), ShapeErrors.notNull());
      }
    }
  }

  private final MemberRule[] members;

  private StructureRule(List<MemberRule> members) {
    this.members = members.toArray(MemberRule[]::new);
  }

  /** The rule of a structure, or {@link Rule#NONE} when none of its members has one. */
  static Rule of(Shape.Structure structure) {
    List<MemberRule> rules = new ArrayList<>();
    for (String name : Reporting.order(structure)) {
      int index = structure.indexOf(name);
      Shape.Member member = structure.members().get(index);
      boolean required = Reporting.isRequired(structure, member);
      Rule rule = Reporting.rule(structure, member);
      if (required || rule != NONE) {
        int substitute = structure.indexOf(Reporting.substitute(structure, member));
        rules.add(new MemberRule(name, index, required, substitute, rule));
      }
    }
    return rules.isEmpty() ? NONE : new StructureRule(rules);
  }

  @Override
  public void check(Object value, Path path, Failures failures) {
    Struct struct = (Struct) value;
    for (MemberRule member : members) {
      member.check(struct, path, failures);
      if (failures.isFull()) {
        return;
      }
    }
  }
}
