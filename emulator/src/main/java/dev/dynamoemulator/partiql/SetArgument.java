package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/**
 * The members that {@code set_add} or {@code set_delete} is given, before parameters are put in.
 * Immutable.
 *
 * @param function as messages spell it
 * @param position of the function's first argument
 */
record SetArgument(String function, Term.Value members, Position position) {

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when it is no set
   */
  AttributeValue set(List<AttributeValue> parameters) {
    AttributeValue set = members.value(parameters);
    if (!set.type().isSet()) {
      throw GrammarErrors.setFunctionOfNoSet(function, position);
    }
    return set;
  }
}
