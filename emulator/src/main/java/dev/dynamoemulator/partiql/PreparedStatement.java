package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** A parsed statement, ready to be bound to the parameters of a request. Immutable. */
public final class PreparedStatement {

  private final StatementSyntax syntax;
  private final int parameterCount;

  PreparedStatement(StatementSyntax syntax, int parameterCount) {
    this.syntax = syntax;
    this.parameterCount = parameterCount;
  }

  /**
   * Puts the parameters in.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when their number is not that of the
   *     question marks, or an operand does not suit its operator
   */
  public Statement bind(List<AttributeValue> parameters) {
    if (parameters.size() != parameterCount) {
      throw StatementErrors.wrongParameterCount();
    }
    return syntax.bind(parameters);
  }
}
