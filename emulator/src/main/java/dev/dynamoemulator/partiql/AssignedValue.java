package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Arithmetic;
import dev.dynamoemulator.expression.ListAppend;
import dev.dynamoemulator.expression.OperandChecks;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.SetValue;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** What an UPDATE assigns, before parameters are put in (partiql.md §5.1). Immutable. */
sealed interface AssignedValue {

  OperandChecks CHECKS = ActionSyntax.CHECKS;

  SetValue bind(List<AttributeValue> parameters);

  record Operand(Term term) implements AssignedValue {
    @Override
    public SetValue bind(List<AttributeValue> parameters) {
      return term.setValue(parameters);
    }
  }

  record Calculation(Arithmetic.Operator operator, AssignedValue left, AssignedValue right)
      implements AssignedValue {
    @Override
    public SetValue bind(List<AttributeValue> parameters) {
      SetValue one = left.bind(parameters);
      CHECKS.checkType(operator.symbol(), AttributeType.N, one);
      SetValue other = right.bind(parameters);
      CHECKS.checkType(operator.symbol(), AttributeType.N, other);
      return new Arithmetic(operator, one, other);
    }
  }

  /** The function {@code list_append}. */
  record Append(AssignedValue first, AssignedValue second) implements AssignedValue {
    @Override
    public SetValue bind(List<AttributeValue> parameters) {
      SetValue head = first.bind(parameters);
      CHECKS.checkType("list_append", AttributeType.L, head);
      SetValue tail = second.bind(parameters);
      CHECKS.checkType("list_append", AttributeType.L, tail);
      return new ListAppend(head, tail);
    }
  }

  /** The function {@code if_not_exists}, which the documentation leaves out. */
  record IfNotExists(Path path, AssignedValue otherwise) implements AssignedValue {
    @Override
    public SetValue bind(List<AttributeValue> parameters) {
      return new dev.dynamoemulator.expression.IfNotExists(path, otherwise.bind(parameters));
    }
  }
}
