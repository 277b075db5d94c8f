package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.WriteErrors;
import dev.dynamoemulator.expression.AttributeValues;
import dev.dynamoemulator.json.CheckedValue;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.partiql.PreparedStatement;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.List;

/** One statement of a request with its parameters, checked as far as it goes without a table. */
record StatementRequest(Struct input, List<AttributeValue> parameters, Statement statement) {

  /**
   * @param input the request itself, or one of the statements that it lists
   */
  static StatementRequest of(StatementAccess access, Struct input) {
    PreparedStatement prepared = access.statements().get(input.string("Statement"));
    List<AttributeValue> parameters = parameters(input);
    Statement statement = prepared.bind(parameters);
    if (statement instanceof Statement.Insert insert
        && insert.item().size() > access.limits().itemSize()) {
      throw WriteErrors.itemTooLarge();
    }
    return new StatementRequest(input, parameters, statement);
  }

  private static List<AttributeValue> parameters(Struct input) {
    if (!input.has("Parameters")) {
      return List.of();
    }
    List<AttributeValue> parameters = new ArrayList<>();
    for (CheckedValue parameter : input.values("Parameters")) {
      if (parameter.fault() != null) {
        throw StatementErrors.invalidParameter(parameter.fault());
      }
      AttributeValues.checkNesting(parameter.value());
      parameters.add(parameter.value());
    }
    return parameters;
  }

  String tableName() {
    return statement.tableName();
  }

  boolean isRead() {
    return statement instanceof Statement.Select;
  }

  boolean returnsOldOnFailure() {
    return "ALL_OLD".equals(input.string("ReturnValuesOnConditionCheckFailure"));
  }
}
