package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code list_append(first, second)}: the elements of both lists. */
public record ListAppend(SetValue first, SetValue second) implements SetValue {

  @Override
  public AttributeValue evaluate(Attributes item) {
    AttributeValue head = first.evaluate(item);
    AttributeValue tail = second.evaluate(item);
    if (head instanceof AttributeValue.L a && tail instanceof AttributeValue.L b) {
      return concatenate(a, b);
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
