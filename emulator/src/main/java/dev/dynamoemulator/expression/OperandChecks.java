package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.List;

/**
 * What an elementary condition or a calculation demands of its operands (expressions.md §5.3, rows
 * 8 to 10; §8.2, row 10). The order of the calls is up to the caller. Stateless.
 */
public final class OperandChecks {

  /** Operators and functions of one expression. */
  static final int OPERATORS = 300;

  /** What a message says of the type of an operand that only an item would tell. */
  private static final String ANY_TYPE = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";

  private final ExpressionOrigin origin;

  public OperandChecks(ExpressionOrigin origin) {
    this.origin = origin;
  }

  public void checkArgumentCount(String function, int required, int given) {
    if (given != required) {
      throw ExpressionErrors.wrongOperandCount(origin, function, given);
    }
  }

  /** One expression has a limited number of operators and functions. */
  public void checkOperatorCount(int given) {
    if (given > OPERATORS) {
      throw ExpressionErrors.tooManyOperators(origin, given);
    }
  }

  /** IN takes a limited number of operands. */
  public void checkInOperands(int given, int maximum) {
    if (given > maximum) {
      throw ExpressionErrors.tooManyInOperands(origin, given);
    }
  }

  /** A value that the request itself tells must be of the type that the operator works with. */
  public void checkType(String operator, AttributeType required, SetValue operand) {
    AttributeType type = operand.knownType();
    if (type != null && type != required) {
      throw wrongType(operator, type);
    }
  }

  /** Operators and functions refuse their first operand, when it is a path, as a further one. */
  public void checkDistinct(String operator, List<Operand> operands) {
    if (operands.get(0) instanceof Path path
        && operands.subList(1, operands.size()).contains(path)) {
      throw ExpressionErrors.repeatedFirstOperand(origin, operator, path);
    }
  }

  /** Numbers, booleans and nulls have no size; neither has a size, being a number. */
  public void checkSizes(List<Operand> operands) {
    for (Operand operand : operands) {
      if (operand instanceof Size size) {
        checkSize(size);
      }
    }
  }

  private void checkSize(Size size) {
    Operand innermost = size.operand();
    while (innermost instanceof Size inner) {
      innermost = inner.operand();
    }
    AttributeType type = innermost.knownType();
    if (type == AttributeType.N || type == AttributeType.BOOL || type == AttributeType.NULL) {
      throw wrongType(Function.SIZE.functionName(), type);
    }
    if (size.operand() instanceof Size) {
      throw wrongType(Function.SIZE.functionName(), AttributeType.N);
    }
  }

  /** Values must be of a type that has an order. */
  public void checkOrdered(String operator, List<Operand> operands) {
    for (Operand operand : operands) {
      AttributeType type = operand.knownType();
      if (type != null && !type.isKeyType()) {
        throw wrongType(operator, type);
      }
    }
  }

  /** Bounds that are both values must be of one type and in order. */
  public void checkBounds(Operand lower, Operand upper) {
    if (!(lower instanceof Literal from) || !(upper instanceof Literal to)) {
      return;
    }
    if (from.value().type() != to.value().type()) {
      throw ExpressionErrors.differentBoundTypes(origin, from.value(), to.value());
    }
    if (AttributeValues.compare(from.value(), to.value()) > 0) {
      throw ExpressionErrors.reversedBounds(origin, from.value(), to.value());
    }
  }

  public void checkPrefix(String function, List<Operand> operands) {
    for (Operand operand : operands) {
      AttributeType type = operand.knownType();
      if (type != null && type != AttributeType.S && type != AttributeType.B) {
        throw wrongType(function, type);
      }
    }
  }

  /** The operand, which must be a path. */
  public Path path(String function, Operand operand) {
    if (operand instanceof Path path) {
      return path;
    }
    throw ExpressionErrors.pathRequired(origin, function);
  }

  /** The type that the operand, which must be a string of the request, names. */
  public AttributeType typeName(String function, Operand operand) {
    if (!(operand instanceof Literal literal)
        || !(literal.value() instanceof AttributeValue.S name)) {
      AttributeType type = operand.knownType();
      throw ExpressionErrors.wrongOperandType(
          origin, function, type == null ? ANY_TYPE : type.name());
    }
    for (AttributeType type : AttributeType.values()) {
      if (type.name().equals(name.value())) {
        return type;
      }
    }
    throw ExpressionErrors.unknownTypeName(origin, name.value());
  }

  /** The fault of an operand whose type the operator or function does not take. */
  public DynamoDbException wrongType(String operator, AttributeType type) {
    return ExpressionErrors.wrongOperandType(origin, operator, type.name());
  }
}
