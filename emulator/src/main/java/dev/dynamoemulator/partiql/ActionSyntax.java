package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Arithmetic;
import dev.dynamoemulator.expression.ExpressionOrigin;
import dev.dynamoemulator.expression.ListAppend;
import dev.dynamoemulator.expression.OperandChecks;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.SetValue;
import dev.dynamoemulator.expression.UpdateAction;
import dev.dynamoemulator.expression.UpdateForm;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** One change that an UPDATE makes, before parameters are put in (partiql.md §5.1). Immutable. */
sealed interface ActionSyntax {

  OperandChecks CHECKS = new OperandChecks(ExpressionOrigin.STATEMENT);

  UpdateAction bind(List<AttributeValue> parameters);

  record Assign(Path target, Term value) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      return new UpdateAction.Set(target, value.setValue(parameters));
    }
  }

  record Calculate(Path target, Arithmetic.Operator operator, Term left, Term right)
      implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      SetValue one = operand(operator.symbol(), AttributeType.N, left, parameters);
      SetValue other = operand(operator.symbol(), AttributeType.N, right, parameters);
      return new UpdateAction.Set(target, new Arithmetic(operator, one, other));
    }
  }

  /** The function {@code list_append}. */
  record Append(Path target, Term first, Term second) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      SetValue head = operand("list_append", AttributeType.L, first, parameters);
      SetValue tail = operand("list_append", AttributeType.L, second, parameters);
      return new UpdateAction.Set(target, new ListAppend(head, tail));
    }
  }

  /** The function {@code set_add} on the target itself. */
  record AddToSet(Path target, Term.Value members) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      AttributeValue set = set("set_add", members, parameters);
      return new UpdateAction.Add(target, set, UpdateForm.EXPRESSION);
    }
  }

  /** The function {@code set_delete} on the target itself. */
  record DeleteFromSet(Path target, Term.Value members) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      AttributeValue set = set("set_delete", members, parameters);
      return new UpdateAction.Delete(target, set, UpdateForm.EXPRESSION);
    }
  }

  record Remove(Path target) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      return new UpdateAction.Remove(target);
    }
  }

  private static SetValue operand(
      String operator, AttributeType required, Term term, List<AttributeValue> parameters) {
    SetValue value = term.setValue(parameters);
    CHECKS.checkType(operator, required, value);
    return value;
  }

  private static AttributeValue set(
      String function, Term.Value members, List<AttributeValue> parameters) {
    AttributeValue set = members.value(parameters);
    if (!set.type().isSet()) {
      throw CHECKS.wrongType(function, set.type());
    }
    return set;
  }
}
