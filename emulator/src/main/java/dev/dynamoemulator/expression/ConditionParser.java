package dev.dynamoemulator.expression;

import dev.dynamoemulator.expression.ParseFaults.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Parses conditions, filters and key conditions (expressions.md §5). What is begun but not complete
 * waits on a stack of its own, so that no nesting in the text can exhaust the thread's.
 */
final class ConditionParser {

  /** From high to low (expressions.md §5.3, rows 3 to 6). */
  private static final List<Fault> PRIORITY =
      List.of(
          Fault.LIMIT,
          Fault.UNKNOWN_FUNCTION,
          Fault.MISUSED_FUNCTION,
          Fault.FOREIGN_FUNCTION,
          Fault.RESERVED_WORD);

  private static final int IN_OPERANDS = 100;

  private final ExpressionKind kind;
  private final Tokens tokens;
  private final ParseFaults faults;
  private final PathParser paths;
  private final Deque<Pending> pending = new ArrayDeque<>();

  /** What has just been completed, in the roles that it can play; a function call has both. */
  private OperandSyntax operand;

  private ConditionSyntax condition;

  /** Whether parentheses have just been closed around it. */
  private boolean isGrouped;

  ConditionParser(ExpressionKind kind, String source) {
    this.kind = kind;
    this.tokens = new Tokens(kind, source);
    this.faults = new ParseFaults(kind);
    this.paths = new PathParser(tokens, faults);
  }

  ConditionSyntax parse() {
    do {
      readOperand();
    } while (awaitsMore());
    ConditionSyntax whole = asCondition();
    faults.throwFirst(PRIORITY);
    return whole;
  }

  /** Reads one path, value or the name of a function, and all that opens before it. */
  private void readOperand() {
    while (true) {
      switch (tokens.kind()) {
        case NOT -> {
          if (needsOperand()) {
            throw tokens.syntaxError();
          }
          tokens.skip();
          faults.countOperator();
          pending.push(new Pending.Negation());
        }
        case OPEN -> {
          tokens.skip();
          pending.push(new Pending.Group(needsOperand()));
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

  private boolean needsOperand() {
    return !pending.isEmpty() && pending.peek().needsOperand();
  }

  private void openCall() {
    String name = tokens.take();
    tokens.skip();
    faults.countOperator();
    Function function = Function.named(name);
    if (function == null) {
      faults.add(Fault.UNKNOWN_FUNCTION, ExpressionErrors.unknownFunction(kind, name));
    } else if (function.isForUpdates()) {
      faults.add(Fault.FOREIGN_FUNCTION, ExpressionErrors.updateFunctionInCondition(kind, name));
    }
    pending.push(new Pending.Call(function, name, new ArrayList<>(2)));
  }

  /** Completes all that can be; false when that is the whole expression. */
  private boolean awaitsMore() {
    while (!pending.isEmpty() || !tokens.is(TokenKind.END)) {
      if (opensMore()) {
        return true;
      }
    }
    return false;
  }

  /** Goes one step on from what is complete; true when another operand must be read for it. */
  private boolean opensMore() {
    Pending top = pending.peek();
    if (top instanceof Pending.Comparison comparison) {
      pending.pop();
      complete(
          new ConditionSyntax.Comparison(comparison.comparator(), comparison.left(), asOperand()));
      return false;
    }
    if (top instanceof Pending.LowerBound bound) {
      tokens.expect(TokenKind.AND);
      pending.pop();
      pending.push(new Pending.UpperBound(bound.operand(), asOperand()));
      return true;
    }
    if (top instanceof Pending.UpperBound bound) {
      pending.pop();
      complete(new ConditionSyntax.Between(bound.operand(), bound.lower(), asOperand()));
      return false;
    }
    if (top instanceof Pending.InList in) {
      return continuesInList(in);
    }
    if (top instanceof Pending.Call call) {
      return continuesCall(call);
    }
    if (top instanceof Pending.Group group
        && (group.needsOperand() || tokens.is(TokenKind.CLOSE))) {
      closeGroup(group);
      return false;
    }
    return opensComparison() || opensLogical(top);
  }

  private boolean continuesInList(Pending.InList in) {
    in.list().add(asOperand());
    if (tokens.accept(TokenKind.COMMA)) {
      return true;
    }
    tokens.expect(TokenKind.CLOSE);
    pending.pop();
    if (in.list().size() > IN_OPERANDS) {
      faults.add(Fault.LIMIT, ExpressionErrors.tooManyInOperands(kind, in.list().size()));
    }
    complete(new ConditionSyntax.In(in.operand(), in.list()));
    return false;
  }

  private boolean continuesCall(Pending.Call call) {
    call.arguments().add(asOperand());
    if (tokens.accept(TokenKind.COMMA)) {
      return true;
    }
    tokens.expect(TokenKind.CLOSE);
    pending.pop();
    CallSyntax complete = new CallSyntax(call.function(), call.name(), call.arguments());
    operand = complete;
    condition = complete;
    isGrouped = false;
    return false;
  }

  private void closeGroup(Pending.Group group) {
    tokens.expect(TokenKind.CLOSE);
    pending.pop();
    if (isGrouped) {
      if (!group.needsOperand()) {
        checkBareOperandGoesOn();
      }
      throw ExpressionErrors.redundantParentheses(kind);
    }
    isGrouped = true;
    if (operand instanceof PathSyntax path && paths.isAtTail()) {
      complete(paths.readTail(path));
    }
  }

  /** A path or value is no condition, however many parentheses are around it. */
  private void checkBareOperandGoesOn() {
    if (operand == null || operand instanceof CallSyntax) {
      return;
    }
    while (tokens.is(TokenKind.CLOSE)) {
      tokens.skip();
    }
    boolean goesOn =
        tokens.kind().comparator() != null
            || tokens.is(TokenKind.BETWEEN)
            || tokens.is(TokenKind.IN)
            || paths.isAtTail();
    if (!goesOn) {
      throw tokens.syntaxError();
    }
  }

  private boolean opensComparison() {
    if (operand == null) {
      return false;
    }
    Comparator comparator = tokens.kind().comparator();
    if (comparator != null) {
      pending.push(new Pending.Comparison(comparator, asOperand()));
    } else if (tokens.is(TokenKind.BETWEEN)) {
      pending.push(new Pending.LowerBound(asOperand()));
    } else if (tokens.is(TokenKind.IN)) {
      pending.push(new Pending.InList(asOperand(), new ArrayList<>()));
      tokens.skip();
      tokens.expect(TokenKind.OPEN);
      faults.countOperator();
      return true;
    } else {
      return false;
    }
    tokens.skip();
    faults.countOperator();
    return true;
  }

  /** Precedence: NOT binds tighter than AND, AND tighter than OR. */
  private boolean opensLogical(Pending top) {
    ConditionSyntax next = asCondition();
    if (top instanceof Pending.Negation) {
      pending.pop();
      complete(new ConditionSyntax.Not(next));
      return false;
    }
    if (top instanceof Pending.Conjunction conjunction) {
      conjunction.conditions().add(next);
      if (acceptOperator(TokenKind.AND)) {
        return true;
      }
      pending.pop();
      complete(new ConditionSyntax.And(conjunction.conditions()));
      return false;
    }
    if (acceptOperator(TokenKind.AND)) {
      pending.push(new Pending.Conjunction(listOf(next)));
      return true;
    }
    if (top instanceof Pending.Disjunction disjunction) {
      disjunction.conditions().add(next);
      if (acceptOperator(TokenKind.OR)) {
        return true;
      }
      pending.pop();
      complete(new ConditionSyntax.Or(disjunction.conditions()));
      return false;
    }
    if (acceptOperator(TokenKind.OR)) {
      pending.push(new Pending.Disjunction(listOf(next)));
      return true;
    }
    throw tokens.syntaxError();
  }

  private boolean acceptOperator(TokenKind operator) {
    if (tokens.accept(operator)) {
      faults.countOperator();
      return true;
    }
    return false;
  }

  private static List<ConditionSyntax> listOf(ConditionSyntax first) {
    List<ConditionSyntax> list = new ArrayList<>();
    list.add(first);
    return list;
  }

  private void complete(OperandSyntax completed) {
    operand = completed;
    condition = null;
    isGrouped = false;
  }

  private void complete(ConditionSyntax completed) {
    operand = null;
    condition = completed;
    isGrouped = false;
  }

  private OperandSyntax asOperand() {
    if (operand instanceof CallSyntax call
        && call.function() != null
        && call.function().isBoolean()) {
      faults.add(Fault.MISUSED_FUNCTION, ExpressionErrors.misusedFunction(kind, call.name()));
    }
    return operand;
  }

  private ConditionSyntax asCondition() {
    if (condition == null) {
      throw tokens.syntaxError();
    }
    if (condition instanceof CallSyntax call && call.function() == Function.SIZE) {
      faults.add(Fault.MISUSED_FUNCTION, ExpressionErrors.misusedFunction(kind, call.name()));
    }
    return condition;
  }
}
