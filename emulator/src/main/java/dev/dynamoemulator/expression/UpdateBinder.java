package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the names and values of one request into a parsed update expression.
 *
 * <p>Recursion follows operators and functions, of which an expression has 300 at most.
 */
final class UpdateBinder {

  private static final ExpressionKind KIND = ExpressionKind.UPDATE;

  private final Placeholders placeholders;
  private final OperandChecks checks = new OperandChecks(KIND);

  UpdateBinder(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** The checks are in DynamoDB's order (expressions.md §8.2, rows 5 to 10). */
  Update bind(List<ActionSyntax> actions) {
    checkNames(actions);
    checkValues(actions);
    checkTargets(actions);
    checkAddAndDelete(actions);
    List<UpdateAction> bound = new ArrayList<>(actions.size());
    for (ActionSyntax action : actions) {
      bound.add(bind(action));
    }
    return Update.of(bound);
  }

  private void checkNames(List<ActionSyntax> actions) {
    for (ActionSyntax action : actions) {
      path(action.target());
      if (action instanceof ActionSyntax.Set set) {
        checkNames(set.value());
      }
    }
  }

  private void checkNames(OperandSyntax operand) {
    if (operand instanceof PathSyntax path) {
      path(path);
    } else if (operand instanceof OperandSyntax.Calculation calculation) {
      checkNames(calculation.left());
      checkNames(calculation.right());
    } else if (operand instanceof CallSyntax call) {
      call.arguments().forEach(this::checkNames);
    }
  }

  private void checkValues(List<ActionSyntax> actions) {
    for (ActionSyntax action : actions) {
      if (action instanceof ActionSyntax.Set set) {
        checkValues(set.value());
      } else if (action instanceof ActionSyntax.Add add) {
        value(add.value());
      } else if (action instanceof ActionSyntax.Delete delete) {
        value(delete.value());
      }
    }
  }

  private void checkValues(OperandSyntax operand) {
    if (operand instanceof OperandSyntax.Value value) {
      value(value.placeholder());
    } else if (operand instanceof OperandSyntax.Calculation calculation) {
      checkValues(calculation.left());
      checkValues(calculation.right());
    } else if (operand instanceof CallSyntax call) {
      call.arguments().forEach(this::checkValues);
    }
  }

  private void checkTargets(List<ActionSyntax> actions) {
    if (actions.size() > 1) {
      DocumentPaths.checkDistinct(
          KIND, actions.stream().map(action -> path(action.target())).toList());
    }
  }

  private void checkAddAndDelete(List<ActionSyntax> actions) {
    for (ActionSyntax action : actions) {
      if (action instanceof ActionSyntax.Add add) {
        AttributeType type = value(add.value()).type();
        if (type != AttributeType.N && !type.isSet()) {
          throw ExpressionErrors.wrongActionOperandType("ADD", type);
        }
      } else if (action instanceof ActionSyntax.Delete delete) {
        AttributeType type = value(delete.value()).type();
        if (!type.isSet()) {
          throw ExpressionErrors.wrongActionOperandType("DELETE", type);
        }
      }
    }
  }

  private UpdateAction bind(ActionSyntax action) {
    Path target = path(action.target());
    if (action instanceof ActionSyntax.Set set) {
      return new UpdateAction.Set(target, setValue(set.value()));
    }
    if (action instanceof ActionSyntax.Add add) {
      return new UpdateAction.Add(target, value(add.value()), UpdateForm.EXPRESSION);
    }
    if (action instanceof ActionSyntax.Delete delete) {
      return new UpdateAction.Delete(target, value(delete.value()), UpdateForm.EXPRESSION);
    }
    return new UpdateAction.Remove(target);
  }

  private SetValue setValue(OperandSyntax syntax) {
    if (syntax instanceof PathSyntax path) {
      return path(path);
    }
    if (syntax instanceof OperandSyntax.Value value) {
      return new Literal(value(value.placeholder()));
    }
    if (syntax instanceof OperandSyntax.Calculation calculation) {
      String symbol = calculation.operator().symbol();
      SetValue left = setValue(calculation.left());
      SetValue right = setValue(calculation.right());
      checks.checkType(symbol, AttributeType.N, left);
      checks.checkType(symbol, AttributeType.N, right);
      return new Arithmetic(calculation.operator(), left, right);
    }
    return call((CallSyntax) syntax);
  }

  private SetValue call(CallSyntax call) {
    List<SetValue> arguments = new ArrayList<>(call.arguments().size());
    for (OperandSyntax argument : call.arguments()) {
      arguments.add(setValue(argument));
    }
    if (call.hasWrongArgumentCount()) {
      throw ExpressionErrors.wrongOperandCount(KIND, call.name(), arguments.size());
    }
    SetValue first = arguments.get(0);
    SetValue second = arguments.get(1);
    if (call.function() == Function.IF_NOT_EXISTS) {
      if (!(first instanceof Path path)) {
        throw ExpressionErrors.pathRequired(KIND, call.name());
      }
      if (path.equals(second)) {
        throw ExpressionErrors.repeatedFirstOperand(KIND, call.name(), path);
      }
      return new IfNotExists(path, second);
    }
    checks.checkType(call.name(), AttributeType.L, first);
    checks.checkType(call.name(), AttributeType.L, second);
    return new ListAppend(first, second);
  }

  private Path path(PathSyntax syntax) {
    return syntax.bind(KIND, placeholders);
  }

  private AttributeValue value(String placeholder) {
    return placeholders.value(KIND, placeholder);
  }
}
