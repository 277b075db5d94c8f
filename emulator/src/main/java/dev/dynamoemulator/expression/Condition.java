package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A condition ready to be tested: names and values are in place and all static checks done.
 * Expressions, legacy parameters and PartiQL all compile to these nodes. Immutable.
 *
 * <p>A path without a value makes a condition false, never an error; see each node for the
 * exceptions (expressions.md §5.2).
 */
public sealed interface Condition {

  /** The condition that every item meets. */
  Condition ALWAYS = new And(List.of());

  /** Whether the item meets the condition; a missing item is {@link Attributes#NONE}. */
  boolean isTrue(Attributes item);

  /** Hands over every path in the order of its appearance, repeated ones included. */
  void forEachPath(Consumer<Path> consumer);

  /** Every path in the order of its appearance, repeated ones included. */
  default List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    forEachPath(paths::add);
    return paths;
  }

  /** The top-level attributes that the condition reads, in the order of their appearance. */
  default Set<String> attributeNames() {
    Set<String> names = new LinkedHashSet<>();
    forEachPath(path -> names.add(path.attribute()));
    return names;
  }

  /** All conditions hold; true when there are none. */
  record And(List<Condition> conditions) implements Condition {
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean isTrue(Attributes item) {
      for (int i = 0; i < conditions.size(); i++) {
        if (!conditions.get(i).isTrue(item)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      conditions.forEach(condition -> condition.forEachPath(consumer));
    }
  }

  /** At least one condition holds. */
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean isTrue(Attributes item) {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).isTrue(item)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      conditions.forEach(condition -> condition.forEachPath(consumer));
    }
  }

  /** The condition does not hold; true also where it fails for want of an attribute. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return !condition.isTrue(item);
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      condition.forEachPath(consumer);
    }
  }

  /** Two operands compared. {@code <>} holds when a side is missing or has no size. */
  record Comparison(Comparator comparator, Operand left, Operand right) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return comparator.holds(left.value(item), right.value(item));
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      left.forEachPath(consumer);
      right.forEachPath(consumer);
    }
  }

  /** The operand lies between two bounds of its own type, which count as inside. */
  record Between(Operand operand, Operand lower, Operand upper) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      AttributeValue value = operand.value(item);
      return Comparator.GE.holds(value, lower.value(item))
          && Comparator.LE.holds(value, upper.value(item));
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      operand.forEachPath(consumer);
      lower.forEachPath(consumer);
      upper.forEachPath(consumer);
    }
  }

  /** The operand exists and equals one of the list. */
  record In(Operand operand, List<Operand> list) implements Condition {
    public In {
      list = List.copyOf(list);
    }

    @Override
    public boolean isTrue(Attributes item) {
      AttributeValue value = operand.value(item);
      if (value == null) {
        return false;
      }
      for (int i = 0; i < list.size(); i++) {
        if (value.equals(list.get(i).value(item))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      operand.forEachPath(consumer);
      list.forEach(element -> element.forEachPath(consumer));
    }
  }

  /** The path leads to a value, a NULL included. */
  record AttributeExists(Path path) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return path.value(item) != null;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      consumer.accept(path);
    }
  }

  /** The path leads nowhere. */
  record AttributeNotExists(Path path) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return path.value(item) == null;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      consumer.accept(path);
    }
  }

  /** The operand exists and is of the type. */
  record HasType(Operand operand, AttributeType type) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      AttributeValue value = operand.value(item);
      return value != null && value.type() == type;
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      operand.forEachPath(consumer);
    }
  }

  /** {@link AttributeValues#beginsWith}. */
  record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return AttributeValues.beginsWith(operand.value(item), prefix.value(item));
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      operand.forEachPath(consumer);
      prefix.forEachPath(consumer);
    }
  }

  /** {@link AttributeValues#contains}. */
  record Contains(Operand operand, Operand part) implements Condition {
    @Override
    public boolean isTrue(Attributes item) {
      return AttributeValues.contains(operand.value(item), part.value(item));
    }

    @Override
    public void forEachPath(Consumer<Path> consumer) {
      operand.forEachPath(consumer);
      part.forEachPath(consumer);
    }
  }
}
