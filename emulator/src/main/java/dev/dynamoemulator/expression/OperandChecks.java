package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.List;

/** What an elementary condition demands of its operands (expressions.md §5.3, rows 9 and 10). */
final class OperandChecks {

  /** What a message says of the type of an operand that only an item would tell. */
  private static final String ANY_TYPE = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";

  private final ExpressionKind kind;

  OperandChecks(ExpressionKind kind) {
    this.kind = kind;
  }

  /** Comparators and functions of two operands refuse the same path twice. */
  void checkDistinct(String operator, List<Operand> operands) {
    if (operands.size() == 2
        && operands.get(0) instanceof Path path
        && path.equals(operands.get(1))) {
      throw ExpressionErrors.repeatedFirstOperand(kind, operator, path);
    }
  }

  /** Numbers, booleans and nulls have no size; neither has a size, being a number. */
  void checkSizes(List<Operand> operands) {
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
  void checkOrdered(String operator, List<Operand> operands) {
    for (Operand operand : operands) {
      AttributeType type = operand.knownType();
      if (type != null && !type.isKeyType()) {
        throw wrongType(operator, type);
      }
    }
  }

  /** Bounds that are both values must be of one type and in order. */
  void checkBounds(Operand lower, Operand upper) {
    if (!(lower instanceof Literal from) || !(upper instanceof Literal to)) {
      return;
    }
    if (from.value().type() != to.value().type()) {
      throw ExpressionErrors.differentBoundTypes(kind, from.value(), to.value());
    }
    if (AttributeValues.compare(from.value(), to.value()) > 0) {
      throw ExpressionErrors.reversedBounds(kind, from.value(), to.value());
    }
  }

  void checkPrefix(String function, List<Operand> operands) {
    for (Operand operand : operands) {
      AttributeType type = operand.knownType();
      if (type != null && type != AttributeType.S && type != AttributeType.B) {
        throw wrongType(function, type);
      }
    }
  }

  /** The operand, which must be a path. */
  Path path(String function, Operand operand) {
    if (operand instanceof Path path) {
      return path;
    }
    throw ExpressionErrors.pathRequired(kind, function);
  }

  /** The type that the operand, which must be a string of the request, names. */
  AttributeType typeName(String function, Operand operand) {
    if (!(operand instanceof Literal literal)
        || !(literal.value() instanceof AttributeValue.S name)) {
      AttributeType type = operand.knownType();
      throw ExpressionErrors.wrongOperandType(
          kind, function, type == null ? ANY_TYPE : type.name());
    }
    for (AttributeType type : AttributeType.values()) {
      if (type.name().equals(name.value())) {
        return type;
      }
    }
    throw ExpressionErrors.unknownTypeName(kind, name.value());
  }

  private DynamoDbException wrongType(String operator, AttributeType type) {
    return ExpressionErrors.wrongOperandType(kind, operator, type.name());
  }
}
