package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/** One change to one document path (expressions.md §8.4, legacy.md §5.2). */
public sealed interface UpdateAction {

  /** The path that changes. */
  Path target();

  /** The type of the value as far as the request tells; null when it does not. */
  AttributeType knownType();

  /** Whether it can do no more than take something away. */
  default boolean removes() {
    return false;
  }

  /** Creates or replaces the target. */
  record Set(Path target, SetValue value) implements UpdateAction {
    @Override
    public AttributeType knownType() {
      return value.knownType();
    }
  }

  /** Deletes the target; nothing happens when it is missing. */
  record Remove(Path target) implements UpdateAction {
    @Override
    public boolean removes() {
      return true;
    }

    @Override
    public AttributeType knownType() {
      return null;
    }
  }

  /** Adds to a number, to a set or, in AttributeUpdates only, to a list. */
  record Add(Path target, AttributeValue value, UpdateForm form) implements UpdateAction {
    @Override
    public AttributeType knownType() {
      return value.type();
    }

    /** The sum; a missing number counts as zero, a missing set or list as empty. */
    AttributeValue sum(AttributeValue existing) {
      if (existing == null) {
        return value;
      }
      if (existing.type() != value.type()) {
        throw form.typeMismatch();
      }
      return switch (existing.type()) {
        case N -> {
          DynamoNumber augend = ((AttributeValue.N) existing).value();
          DynamoNumber addend = ((AttributeValue.N) value).value();
          yield new AttributeValue.N(Arithmetic.Operator.PLUS.apply(augend, addend));
        }
        case SS -> new AttributeValue.SS(union(strings(existing), strings(value)));
        case NS -> new AttributeValue.NS(union(numbers(existing), numbers(value)));
        case BS -> new AttributeValue.BS(union(binaries(existing), binaries(value)));
        case L -> ListAppend.concatenate((AttributeValue.L) existing, (AttributeValue.L) value);
        default -> throw form.typeMismatch();
      };
    }
  }

  /** Takes members out of a set; an emptied set disappears. */
  record Delete(Path target, AttributeValue value, UpdateForm form) implements UpdateAction {
    @Override
    public boolean removes() {
      return true;
    }

    @Override
    public AttributeType knownType() {
      return value.type();
    }

    /** The difference; null when nothing is left or nothing was there. */
    AttributeValue difference(AttributeValue existing) {
      if (existing == null) {
        return null;
      }
      if (existing.type() != value.type()) {
        throw form.typeMismatch();
      }
      switch (existing.type()) {
        case SS -> {
          List<String> left = without(strings(existing), strings(value));
          return left.isEmpty() ? null : new AttributeValue.SS(left);
        }
        case NS -> {
          List<DynamoNumber> left = without(numbers(existing), numbers(value));
          return left.isEmpty() ? null : new AttributeValue.NS(left);
        }
        case BS -> {
          List<Binary> left = without(binaries(existing), binaries(value));
          return left.isEmpty() ? null : new AttributeValue.BS(left);
        }
        default -> throw form.typeMismatch();
      }
    }
  }

  private static List<String> strings(AttributeValue set) {
    return ((AttributeValue.SS) set).members();
  }

  private static List<DynamoNumber> numbers(AttributeValue set) {
    return ((AttributeValue.NS) set).members();
  }

  private static List<Binary> binaries(AttributeValue set) {
    return ((AttributeValue.BS) set).members();
  }

  private static <T> List<T> union(List<T> members, List<T> added) {
    LinkedHashSet<T> union = new LinkedHashSet<>(members);
    union.addAll(added);
    return List.copyOf(union);
  }

  private static <T> List<T> without(List<T> members, List<T> removed) {
    HashSet<T> unwanted = new HashSet<>(removed);
    List<T> left = new ArrayList<>(members);
    left.removeIf(unwanted::contains);
    return left;
  }
}
