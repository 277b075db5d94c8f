package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.List;

/** The tables that statements name. */
final class StatementTables {

  private StatementTables() {}

  /** One for each statement, in order; a statement that cannot be read names none. */
  static List<String> of(StatementAccess access, List<Struct> statements) {
    List<String> names = new ArrayList<>(statements.size());
    for (Struct statement : statements) {
      try {
        names.add(StatementRequest.of(access, statement).tableName());
      } catch (DynamoDbException unreadable) {
        continue;
      }
    }
    return names;
  }
}
