package dev.dynamoemulator.expression;

import dev.dynamoemulator.expression.ParseFaults.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the right-hand side of a SET action (expressions.md §8.1). What is begun but not complete
 * waits on a stack of its own, so that no nesting in the text can exhaust the thread's.
 */
final class SetValueParser {

  /** Something begun: a parenthesis, a function call, or a calculation without its right side. */
  private sealed interface Open {

    record Group(boolean holdsOperand) implements Open {}

    record Call(Function function, String name, List<OperandSyntax> arguments) implements Open {}

    record Calculation(Arithmetic.Operator operator, OperandSyntax left) implements Open {}
  }

  private final Tokens tokens;
  private final ParseFaults faults;
  private final PathParser paths;
  private final Deque<Open> open = new ArrayDeque<>();

  /** What has just been completed. */
  private OperandSyntax completed;

  /** Whether parentheses have just been closed around it. */
  private boolean isGrouped;

  SetValueParser(Tokens tokens, ParseFaults faults, PathParser paths) {
    this.tokens = tokens;
    this.faults = faults;
    this.paths = paths;
  }

  OperandSyntax read() {
    do {
      readOperand();
    } while (awaitsMore());
    return completed;
  }

  private void readOperand() {
    while (true) {
      switch (tokens.kind()) {
        case OPEN -> {
          tokens.skip();
          open.push(new Open.Group(needsOperand()));
        }
        case NAME -> {
          if (!tokens.isNext(TokenKind.OPEN)) {
            complete(paths.read());
            return;
          }
          openCall();
        }
        case NAME_PLACEHOLDER -> {
          complete(paths.read());
          return;
        }
        case VALUE_PLACEHOLDER -> {
          complete(new OperandSyntax.Value(tokens.take()));
          return;
        }
        default -> throw tokens.syntaxError();
      }
    }
  }

  /** Whether no calculation can come next: it would be an operand of another one or of a call. */
  private boolean needsOperand() {
    Open top = open.peek();
    return top instanceof Open.Group group ? group.holdsOperand() : top != null;
  }

  private void openCall() {
    String name = tokens.take();
    tokens.skip();
    faults.countOperator();
    Function function = Function.named(name);
    if (function == null) {
      faults.add(
          Fault.UNKNOWN_FUNCTION, ExpressionErrors.unknownFunction(ExpressionKind.UPDATE, name));
    } else if (!function.isForUpdates()) {
      // The same priority as an unknown one (expressions.md §8.2, row 3).
      faults.add(Fault.UNKNOWN_FUNCTION, ExpressionErrors.conditionFunctionInUpdate(name));
    } else if (function == Function.LIST_APPEND && isPartOfAnother()) {
      addMisuse(name);
    }
    open.push(new Open.Call(function, name, new ArrayList<>(2)));
  }

  private boolean isPartOfAnother() {
    return open.stream().anyMatch(begun -> !(begun instanceof Open.Group));
  }

  /**
   * list_append is no part of another calculation or call (seen in Alternator's
   * test_update_expression_function_nesting, which passes on DynamoDB).
   */
  private void addMisuse(String name) {
    faults.add(
        Fault.UNKNOWN_FUNCTION, ExpressionErrors.misusedFunction(ExpressionKind.UPDATE, name));
  }

  private void complete(OperandSyntax operand) {
    completed = operand;
    isGrouped = false;
  }

  /** Completes all that can be; true when something begun waits for another operand. */
  private boolean awaitsMore() {
    while (true) {
      Open top = open.peek();
      if (top instanceof Open.Calculation calculation) {
        open.pop();
        complete(
            new OperandSyntax.Calculation(calculation.operator(), calculation.left(), completed));
      } else if (opensCalculation()) {
        return true;
      } else if (top instanceof Open.Call call) {
        call.arguments().add(completed);
        if (tokens.accept(TokenKind.COMMA)) {
          return true;
        }
        tokens.expect(TokenKind.CLOSE);
        open.pop();
        complete(new CallSyntax(call.function(), call.name(), call.arguments()));
      } else if (top != null) {
        closeGroup();
      } else {
        return false;
      }
    }
  }

  private void closeGroup() {
    tokens.expect(TokenKind.CLOSE);
    open.pop();
    if (isGrouped) {
      throw ExpressionErrors.redundantParentheses(ExpressionKind.UPDATE);
    }
    isGrouped = true;
  }

  private boolean opensCalculation() {
    if (completed instanceof OperandSyntax.Calculation || needsOperand()) {
      return false;
    }
    Arithmetic.Operator operator;
    if (tokens.accept(TokenKind.PLUS)) {
      operator = Arithmetic.Operator.PLUS;
    } else if (tokens.accept(TokenKind.MINUS)) {
      operator = Arithmetic.Operator.MINUS;
    } else {
      return false;
    }
    faults.countOperator();
    if (completed instanceof CallSyntax call && call.function() == Function.LIST_APPEND) {
      addMisuse(call.name());
    }
    open.push(new Open.Calculation(operator, completed));
    return true;
  }
}
