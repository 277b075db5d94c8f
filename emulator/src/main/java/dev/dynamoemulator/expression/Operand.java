package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.function.Consumer;

/** What a condition compares: a document path, a value of the request, or the size of one. */
public sealed interface Operand permits Path, Literal, Size {

  /** The value in this item; null when there is none. */
  AttributeValue value(Attributes item);

  /** The type that every value of this operand has; null when only the item tells. */
  AttributeType knownType();

  /** Hands over every path in the order of its appearance. */
  void forEachPath(Consumer<Path> consumer);
}
