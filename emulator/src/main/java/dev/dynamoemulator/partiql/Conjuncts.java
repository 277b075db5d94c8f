package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Comparator;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.KeyCondition;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.expression.Literal;
import dev.dynamoemulator.expression.Operand;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The conditions that a WHERE clause joins by AND. Those that say which keys to read are taken out,
 * the rest is left to be tested on the items. For one thread.
 */
final class Conjuncts {

  private final List<Condition> conditions = new ArrayList<>();

  /**
   * @param where null for no condition
   */
  Conjuncts(Condition where) {
    if (where != null) {
      add(where);
    }
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(this::add);
    } else {
      conditions.add(condition);
    }
  }

  /** Takes out the first equality of the attribute with a value; null when there is none. */
  AttributeValue takeEquality(String attribute) {
    for (int i = 0; i < conditions.size(); i++) {
      AttributeValue value = equality(conditions.get(i), attribute);
      if (value != null) {
        conditions.remove(i);
        return value;
      }
    }
    return null;
  }

  /**
   * Takes out the first condition that leaves the attribute just some values: an equality, an IN,
   * or an OR of these.
   *
   * @return the values in the order written; null when there is no such condition
   */
  Set<AttributeValue> takeValues(String attribute) {
    for (int i = 0; i < conditions.size(); i++) {
      Set<AttributeValue> values = new LinkedHashSet<>();
      if (collectValues(conditions.get(i), attribute, values)) {
        conditions.remove(i);
        return values;
      }
    }
    return null;
  }

  /** Takes out the first condition on the attribute that a Query can follow; or null. */
  KeyCondition takeKeyCondition(String attribute) {
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (isIndexable(condition, attribute)) {
        conditions.remove(i);
        return KeyConditions.of(condition).on(attribute);
      }
    }
    return null;
  }

  /** What has not been taken out; null when that is nothing. */
  Condition rest() {
    if (conditions.isEmpty()) {
      return null;
    }
    return conditions.size() == 1 ? conditions.get(0) : new Condition.And(conditions);
  }

  private static boolean collectValues(
      Condition condition, String attribute, Set<AttributeValue> values) {
    if (condition instanceof Condition.Or or) {
      return or.conditions().stream().allMatch(each -> collectValues(each, attribute, values));
    }
    if (condition instanceof Condition.In in) {
      if (!isAttribute(in.operand(), attribute) || !areLiterals(in.list())) {
        return false;
      }
      SelectPlan.checkPartitionCount(in.list().size());
      in.list().forEach(literal -> values.add(((Literal) literal).value()));
      return true;
    }
    AttributeValue value = equality(condition, attribute);
    if (value == null) {
      return false;
    }
    values.add(value);
    return true;
  }

  /** The value that the condition says the attribute equals; or null. */
  private static AttributeValue equality(Condition condition, String attribute) {
    if (!(condition instanceof Condition.Comparison comparison)
        || comparison.comparator() != Comparator.EQ) {
      return null;
    }
    if (comparison.right() instanceof Literal literal
        && isAttribute(comparison.left(), attribute)) {
      return literal.value();
    }
    return comparison.left() instanceof Literal literal
            && isAttribute(comparison.right(), attribute)
        ? literal.value()
        : null;
  }

  private static boolean isIndexable(Condition condition, String attribute) {
    if (condition instanceof Condition.Comparison comparison) {
      Operand left = comparison.left();
      Operand right = comparison.right();
      return comparison.comparator() != Comparator.NE
          && (isAttribute(left, attribute) && right instanceof Literal
              || left instanceof Literal && isAttribute(right, attribute));
    }
    if (condition instanceof Condition.Between between) {
      return isAttribute(between.operand(), attribute)
          && areLiterals(List.of(between.lower(), between.upper()));
    }
    return condition instanceof Condition.BeginsWith beginsWith
        && isAttribute(beginsWith.operand(), attribute)
        && beginsWith.prefix() instanceof Literal;
  }

  private static boolean areLiterals(List<Operand> operands) {
    return operands.stream().allMatch(Literal.class::isInstance);
  }

  private static boolean isAttribute(Operand operand, String attribute) {
    return operand instanceof Path path && !path.isNested() && path.attribute().equals(attribute);
  }
}
