package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import java.util.function.Consumer;

/** The sum or difference of two numbers. */
public record Arithmetic(Operator operator, SetValue left, SetValue right) implements SetValue {

  /** The two calculations that an update knows. */
  public enum Operator {
    PLUS("+"),
    MINUS("-");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /** Calculates; a result out of range fails with the texts of data-model.md §6. */
    DynamoNumber apply(DynamoNumber left, DynamoNumber right) {
      try {
        return this == PLUS ? left.plus(right) : left.minus(right);
      } catch (InvalidNumberException e) {
        throw EvaluationErrors.invalidResult(e);
      }
    }
  }

  /** The left operand is known to be a number before the right one is looked for. */
  @Override
  public AttributeValue evaluate(Attributes item) {
    return new AttributeValue.N(operator.apply(number(left, item), number(right, item)));
  }

  private static DynamoNumber number(SetValue operand, Attributes item) {
    if (operand.evaluate(item) instanceof AttributeValue.N number) {
      return number.value();
    }
    throw EvaluationErrors.incorrectDataType();
  }

  @Override
  public AttributeType knownType() {
    return AttributeType.N;
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {
    left.forEachPath(consumer);
    right.forEachPath(consumer);
  }
}
