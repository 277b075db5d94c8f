package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Literal;
import dev.dynamoemulator.expression.Operand;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.SetValue;
import dev.dynamoemulator.expression.Size;
import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** What a statement compares or assigns, before parameters are put in. Immutable. */
sealed interface Term extends Expression {

  /** What a condition compares. */
  Operand operand(List<AttributeValue> parameters);

  record PathTerm(Path path) implements Term {
    @Override
    public Operand operand(List<AttributeValue> parameters) {
      return path;
    }
  }

  /** The function {@code size}. */
  record SizeTerm(Term argument) implements Term {
    @Override
    public Operand operand(List<AttributeValue> parameters) {
      return new Size(argument.operand(parameters));
    }
  }

  /** A term that needs no item to be known. */
  sealed interface Value extends Term {

    AttributeValue value(List<AttributeValue> parameters);

    @Override
    default Literal operand(List<AttributeValue> parameters) {
      return new Literal(value(parameters));
    }
  }

  /** A literal. */
  record Constant(AttributeValue value) implements Value {
    @Override
    public AttributeValue value(List<AttributeValue> parameters) {
      return value;
    }
  }

  record Parameter(int index) implements Value {
    @Override
    public AttributeValue value(List<AttributeValue> parameters) {
      return parameters.get(index);
    }
  }

  /** The operand of an assignment, which is a path or a value. */
  default SetValue setValue(List<AttributeValue> parameters) {
    return this instanceof PathTerm path
        ? path.path()
        : new Literal(((Value) this).value(parameters));
  }
}
