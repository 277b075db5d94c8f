package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.function.Consumer;

/** A value that the request itself gives. */
public record Literal(AttributeValue value) implements Operand, SetValue {

  @Override
  public AttributeValue value(Attributes item) {
    return value;
  }

  @Override
  public AttributeValue evaluate(Attributes item) {
    return value;
  }

  @Override
  public AttributeType knownType() {
    return value.type();
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {}
}
