package dev.dynamoemulator.expression;

import java.util.List;

/**
 * A function call as written. Whether it may be a condition or an operand depends on the function.
 *
 * @param function null when there is none of this name
 * @param name as written
 */
record CallSyntax(Function function, String name, List<OperandSyntax> arguments)
    implements OperandSyntax, ConditionSyntax {

  /** Whether this is a known function that has not the number of arguments it needs. */
  boolean hasWrongArgumentCount() {
    return arguments.size() != function.operandCount();
  }
}
