package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * A document path with all names resolved.
 *
 * @param attribute the top-level attribute
 * @param rest the steps below it; empty for the attribute itself
 */
public record Path(String attribute, List<PathElement> rest) implements Operand, SetValue {

  public Path {
    rest = List.copyOf(rest);
  }

  /** The path of a whole top-level attribute; the name is taken literally. */
  public static Path of(String attribute) {
    return new Path(attribute, List.of());
  }

  /** Whether the path leads below its top-level attribute. */
  public boolean isNested() {
    return !rest.isEmpty();
  }

  @Override
  public AttributeValue value(Attributes item) {
    return walk(item, rest.size());
  }

  /** The map or list that holds the last step; null when it is missing or the path not nested. */
  AttributeValue parent(Attributes item) {
    return isNested() ? walk(item, rest.size() - 1) : null;
  }

  private AttributeValue walk(Attributes item, int steps) {
    AttributeValue value = item.get(attribute);
    for (int i = 0; i < steps && value != null; i++) {
      value = step(value, rest.get(i));
    }
    return value;
  }

  private static AttributeValue step(AttributeValue value, PathElement element) {
    if (element instanceof PathElement.Name entry) {
      return value instanceof AttributeValue.M map ? map.entries().get(entry.name()) : null;
    }
    int index = ((PathElement.Index) element).index();
    return value instanceof AttributeValue.L list && index < list.elements().size()
        ? list.elements().get(index)
        : null;
  }

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when the item has nothing at this path
   */
  @Override
  public AttributeValue evaluate(Attributes item) {
    AttributeValue value = value(item);
    if (value == null) {
      throw EvaluationErrors.missingAttribute();
    }
    return value;
  }

  @Override
  public AttributeType knownType() {
    return null;
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {
    consumer.accept(this);
  }

  /** The form of messages: {@code [a, b, [0]]} (expressions.md §5.3). */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[").append(attribute);
    for (PathElement element : rest) {
      text.append(", ").append(element);
    }
    return text.append(']').toString();
  }
}
