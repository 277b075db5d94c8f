package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoNumber;
import java.util.function.Consumer;

/** {@code size(operand)}: a number, or nothing where the operand has no size. */
public record Size(Operand operand) implements Operand {

  @Override
  public AttributeValue value(Attributes item) {
    int size = AttributeValues.size(operand.value(item));
    return size < 0 ? null : new AttributeValue.N(DynamoNumber.of(size));
  }

  @Override
  public AttributeType knownType() {
    return AttributeType.N;
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {
    operand.forEachPath(consumer);
  }
}
