package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key conditions of one Query, in the order written, at most one for each attribute. Not yet
 * checked against a key schema: attributes may be no keys, values of the wrong type. Immutable.
 */
public final class KeyConditions {

  /** A table or a local index has two key attributes at most. */
  public static final int MAXIMUM = 2;

  /** A global index may have four partition and four sort key attributes (tables.md §4). */
  public static final int MULTI_ATTRIBUTE_MAXIMUM = 8;

  private final Map<String, KeyCondition> conditions;

  private KeyConditions(Map<String, KeyCondition> conditions) {
    this.conditions = conditions;
  }

  /**
   * Conditions that PartiQL or a test put together; of several on one attribute the last counts.
   */
  public static KeyConditions of(List<KeyCondition> conditions) {
    Map<String, KeyCondition> byAttribute = new LinkedHashMap<>();
    conditions.forEach(condition -> byAttribute.put(condition.attribute(), condition));
    return new KeyConditions(byAttribute);
  }

  /**
   * Converts the condition of a KeyConditionExpression.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for the first fault, in the order of the
   *     expression (expressions.md §6)
   */
  public static KeyConditions of(Condition expression) {
    Map<String, KeyCondition> byAttribute = new LinkedHashMap<>();
    collect(expression, byAttribute);
    return new KeyConditions(byAttribute);
  }

  /** All conditions in the order written. */
  public List<KeyCondition> conditions() {
    return List.copyOf(conditions.values());
  }

  /** The condition on this attribute, or null. */
  public KeyCondition on(String attribute) {
    return conditions.get(attribute);
  }

  public int size() {
    return conditions.size();
  }

  /**
   * Fails when there are none or too many conditions. The service says "1 or 2 only" whatever the
   * maximum; the caller knows it only when it knows the index, and before that can rule out no more
   * than {@link #MULTI_ATTRIBUTE_MAXIMUM}.
   */
  public void checkCount(int maximum) {
    if (conditions.isEmpty() || conditions.size() > maximum) {
      throw KeyConditionErrors.wrongConditionCount();
    }
  }

  private static void collect(Condition condition, Map<String, KeyCondition> conditions) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(each -> collect(each, conditions));
      return;
    }
    KeyCondition converted = convert(condition);
    if (conditions.put(converted.attribute(), converted) != null) {
      throw KeyConditionErrors.repeatedAttribute();
    }
  }

  private static KeyCondition convert(Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return convert(comparison);
    }
    if (condition instanceof Condition.Between between) {
      checkFirstOperand("BETWEEN", between.operand());
      return keyCondition(
          ComparisonOperator.BETWEEN, between.operand(), between.lower(), between.upper());
    }
    if (condition instanceof Condition.BeginsWith beginsWith) {
      checkFirstOperand("begins_with", beginsWith.operand());
      return keyCondition(
          ComparisonOperator.BEGINS_WITH, beginsWith.operand(), beginsWith.prefix());
    }
    throw KeyConditionErrors.invalidOperator(operatorOf(condition));
  }

  private static KeyCondition convert(Condition.Comparison comparison) {
    Comparator comparator = comparison.comparator();
    if (comparator == Comparator.NE) {
      throw KeyConditionErrors.invalidOperator(comparator.symbol());
    }
    boolean valueIsLeft = !(comparison.left() instanceof Path);
    return keyCondition(
        ComparisonOperator.of(valueIsLeft ? comparator.flipped() : comparator),
        comparison.left(),
        comparison.right());
  }

  private static void checkFirstOperand(String operator, Operand operand) {
    if (operand instanceof Literal) {
      throw KeyConditionErrors.valueAsFirstOperand(operator);
    }
  }

  private static KeyCondition keyCondition(ComparisonOperator operator, Operand... operands) {
    String attribute = null;
    List<AttributeValue> values = new ArrayList<>(2);
    for (Operand operand : operands) {
      if (operand instanceof Literal literal) {
        values.add(literal.value());
      } else if (operand instanceof Path path) {
        if (attribute != null) {
          throw KeyConditionErrors.severalAttributes();
        }
        if (path.isNested()) {
          throw KeyConditionErrors.nestedAttribute();
        }
        attribute = path.attribute();
      } else {
        throw KeyConditionErrors.nestedOperation();
      }
    }
    if (attribute == null) {
      throw KeyConditionErrors.noAttribute();
    }
    return new KeyCondition(attribute, operator, values);
  }

  private static String operatorOf(Condition condition) {
    if (condition instanceof Condition.Or) {
      return "OR";
    }
    if (condition instanceof Condition.Not) {
      return "NOT";
    }
    if (condition instanceof Condition.In) {
      return "IN";
    }
    if (condition instanceof Condition.AttributeExists) {
      return Function.ATTRIBUTE_EXISTS.functionName();
    }
    if (condition instanceof Condition.AttributeNotExists) {
      return Function.ATTRIBUTE_NOT_EXISTS.functionName();
    }
    return condition instanceof Condition.HasType
        ? Function.ATTRIBUTE_TYPE.functionName()
        : Function.CONTAINS.functionName();
  }
}
