package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code list_append(first, second)}: the elements of both lists. */
public record ListAppend(SetValue first, SetValue second) implements SetValue {

  /** The first argument is known to be a list before the second one is looked for. */
  @Override
  public AttributeValue evaluate(Attributes item) {
    return concatenate(list(first, item), list(second, item));
  }

  private static AttributeValue.L list(SetValue operand, Attributes item) {
    if (operand.evaluate(item) instanceof AttributeValue.L list) {
      return list;
    }
    throw EvaluationErrors.incorrectDataType();
  }

  static AttributeValue.L concatenate(AttributeValue.L head, AttributeValue.L tail) {
    List<AttributeValue> elements =
        new ArrayList<>(head.elements().size() + tail.elements().size());
    elements.addAll(head.elements());
    elements.addAll(tail.elements());
    return new AttributeValue.L(elements);
  }

  @Override
  public AttributeType knownType() {
    return AttributeType.L;
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {
    first.forEachPath(consumer);
    second.forEachPath(consumer);
  }
}
