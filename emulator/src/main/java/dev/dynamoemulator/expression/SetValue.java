package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.function.Consumer;

/** The right-hand side of a SET action. */
public sealed interface SetValue permits Path, Literal, Arithmetic, IfNotExists, ListAppend {

  /**
   * The value, computed from the item as it was before the update; never null.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when a path leads nowhere or an operand is
   *     of the wrong type (expressions.md §8.4)
   */
  AttributeValue evaluate(Attributes item);

  /** The type that the value has for every item; null when only the item tells. */
  AttributeType knownType();

  /** Hands over every path in the order of its appearance. */
  void forEachPath(Consumer<Path> consumer);
}
