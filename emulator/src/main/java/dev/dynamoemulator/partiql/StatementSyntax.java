package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.AttributeValues;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.expression.UpdateAction;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statement as written, before parameters are put in. Immutable. */
sealed interface StatementSyntax {

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when the parameters do not fit their places
   */
  Statement bind(List<AttributeValue> parameters);

  /**
   * @param selection null for {@code *}
   * @param where null when there is none
   */
  record Select(Source source, Selection selection, Predicate where, List<OrderKey> order)
      implements StatementSyntax {
    @Override
    public Statement.Select bind(List<AttributeValue> parameters) {
      return new Statement.Select(source, selection, condition(where, parameters), order);
    }
  }

  /**
   * @param tuple the attributes of the item
   */
  record Insert(String tableName, Map<String, Term.Value> tuple) implements StatementSyntax {

    @Override
    public Statement bind(List<AttributeValue> parameters) {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      tuple.forEach((name, value) -> attributes.put(name, value.value(parameters)));
      attributes.values().forEach(AttributeValues::checkNesting);
      return new Statement.Insert(tableName, Item.of(attributes));
    }
  }

  /**
   * @param returning null when there is no such clause
   */
  record UpdateItem(
      String tableName, List<ActionSyntax> actions, Predicate where, Returning returning)
      implements StatementSyntax {
    @Override
    public Statement bind(List<AttributeValue> parameters) {
      List<UpdateAction> bound = new ArrayList<>(actions.size());
      for (ActionSyntax action : actions) {
        bound.add(action.bind(parameters));
      }
      return new Statement.UpdateItem(
          tableName, Update.ofStatement(bound), condition(where, parameters), returning);
    }
  }

  /**
   * @param returning null when there is no such clause
   */
  record Delete(String tableName, Predicate where, Returning returning) implements StatementSyntax {
    @Override
    public Statement bind(List<AttributeValue> parameters) {
      return new Statement.Delete(tableName, condition(where, parameters), returning);
    }
  }

  record Exists(Select select) implements StatementSyntax {
    @Override
    public Statement bind(List<AttributeValue> parameters) {
      return new Statement.Exists(select.bind(parameters));
    }
  }

  private static Condition condition(Predicate where, List<AttributeValue> parameters) {
    return where == null ? null : new ConditionBinder(parameters).bind(where);
  }
}
