package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.ExpressionOrigin;
import dev.dynamoemulator.expression.OperandChecks;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.UpdateAction;
import dev.dynamoemulator.expression.UpdateForm;
import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** One change that an UPDATE makes, before parameters are put in (partiql.md §5.1). Immutable. */
sealed interface ActionSyntax {

  OperandChecks CHECKS = new OperandChecks(ExpressionOrigin.STATEMENT);

  UpdateAction bind(List<AttributeValue> parameters);

  record Assign(Path target, AssignedValue value) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      return new UpdateAction.Set(target, value.bind(parameters));
    }
  }

  /** The function {@code set_add} on the target itself. */
  record AddToSet(Path target, SetArgument members) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      AttributeValue set = members.set(parameters);
      return new UpdateAction.Add(target, set, UpdateForm.EXPRESSION);
    }
  }

  /** The function {@code set_delete} on the target itself. */
  record DeleteFromSet(Path target, SetArgument members) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      AttributeValue set = members.set(parameters);
      return new UpdateAction.Delete(target, set, UpdateForm.EXPRESSION);
    }
  }

  record Remove(Path target) implements ActionSyntax {
    @Override
    public UpdateAction bind(List<AttributeValue> parameters) {
      return new UpdateAction.Remove(target);
    }
  }
}
