package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Faults found while parsing that are kept to the end, because a syntax error or redundant
 * parentheses anywhere, and any fault of a higher priority, outrank them.
 */
final class ParseFaults {

  /** The faults that the text alone shows, besides those that end the parsing. */
  enum Fault {
    LIMIT,
    UNKNOWN_FUNCTION,
    MISUSED_FUNCTION,
    FOREIGN_FUNCTION,
    RESERVED_WORD,
    REPEATED_SECTION
  }

  private final ExpressionKind kind;
  private final Map<Fault, DynamoDbException> first = new EnumMap<>(Fault.class);
  private int operators;

  ParseFaults(ExpressionKind kind) {
    this.kind = kind;
  }

  /** Keeps the first fault of each sort. */
  void add(Fault fault, DynamoDbException error) {
    first.putIfAbsent(fault, error);
  }

  /** Counts one operator or function. The service stops counting at the first too many. */
  void countOperator() {
    if (++operators > OperandChecks.OPERATORS) {
      add(Fault.LIMIT, ExpressionErrors.tooManyOperators(kind, operators));
    }
  }

  /** Fails with the first fault of the sort that comes first in the list. */
  void throwFirst(List<Fault> priority) {
    for (Fault fault : priority) {
      DynamoDbException error = first.get(fault);
      if (error != null) {
        throw error;
      }
    }
  }
}
