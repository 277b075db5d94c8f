package dev.dynamoemulator.expression;

import java.util.List;

/** How the entries of a legacy condition map combine. */
public enum ConditionalOperator {
  AND,
  OR;

  /** No entries make a condition that always holds (legacy.md §3.4). */
  Condition combine(List<Condition> conditions) {
    return switch (conditions.size()) {
      case 0 -> Condition.ALWAYS;
      case 1 -> conditions.get(0);
      default -> this == AND ? new Condition.And(conditions) : new Condition.Or(conditions);
    };
  }
}
