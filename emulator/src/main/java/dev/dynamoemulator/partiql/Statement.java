package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** A statement with its parameters in place, not yet checked against a table. Immutable. */
public sealed interface Statement {

  /** The table as the statement names it: a name or an ARN. */
  String tableName();

  /**
   * Reads items; see {@link SelectPlan}.
   *
   * @param selection null for {@code *}
   * @param where null when there is none
   */
  record Select(Source source, Selection selection, Condition where, List<OrderKey> order)
      implements Statement {
    public Select {
      order = List.copyOf(order);
    }

    @Override
    public String tableName() {
      return source.tableName();
    }

    public boolean isOnIndex() {
      return source.indexName() != null;
    }
  }

  /** Writes one item, or holds a condition against one. */
  sealed interface Write extends Statement {

    /**
     * What the statement does to which item of the table. Its keys are still to be checked.
     *
     * @throws dev.dynamoemulator.model.DynamoDbException when the WHERE clause does not say which
     */
    WriteAction action(TableSchema table, boolean returnsOldOnFailure);

    /** What the RETURNING clause asks for; null when that is nothing. */
    default Item returned(WriteResult result) {
      return null;
    }

    default boolean hasReturning() {
      return false;
    }
  }

  record Insert(String tableName, Item item) implements Write {
    @Override
    public WriteAction action(TableSchema table, boolean returnsOldOnFailure) {
      return new WriteAction.Insert(item);
    }
  }

  /**
   * @param where null when there is none
   * @param returning null when there is no such clause
   */
  record UpdateItem(String tableName, Update update, Condition where, Returning returning)
      implements Write {

    /** An item that is not there fails the condition: UPDATE creates none (partiql.md §5). */
    @Override
    public WriteAction action(TableSchema table, boolean returnsOldOnFailure) {
      KeyedCondition keyed = KeyedCondition.of(where, table.key());
      List<Condition> conditions = new ArrayList<>();
      conditions.add(new Condition.AttributeExists(keyPath(table.key())));
      if (keyed.rest() != null) {
        conditions.add(keyed.rest());
      }
      return new WriteAction.UpdateItem(
          keyed.key(), update, new Condition.And(conditions), returnsOldOnFailure);
    }

    @Override
    public Item returned(WriteResult result) {
      return returning == null ? null : returning.of(result, update);
    }

    @Override
    public boolean hasReturning() {
      return returning != null;
    }
  }

  /**
   * @param where null when there is none
   * @param returning null when there is no such clause
   */
  record Delete(String tableName, Condition where, Returning returning) implements Write {

    /** An item that is not there meets every condition (partiql.md §5). */
    @Override
    public WriteAction action(TableSchema table, boolean returnsOldOnFailure) {
      KeyedCondition keyed = KeyedCondition.of(where, table.key());
      Condition condition =
          keyed.rest() == null
              ? null
              : new Condition.Or(
                  List.of(new Condition.AttributeNotExists(keyPath(table.key())), keyed.rest()));
      return new WriteAction.Delete(keyed.key(), condition, returnsOldOnFailure);
    }

    @Override
    public Item returned(WriteResult result) {
      return returning == null ? null : returning.of(result, null);
    }

    @Override
    public boolean hasReturning() {
      return returning != null;
    }
  }

  /** Part of transactions only, where it is what ConditionCheck is (partiql.md §7.2). */
  record Exists(Select select) implements Write {
    @Override
    public String tableName() {
      return select.tableName();
    }

    @Override
    public WriteAction action(TableSchema table, boolean returnsOldOnFailure) {
      if (select.isOnIndex()) {
        throw StatementErrors.existsOnIndex();
      }
      KeyedCondition keyed = KeyedCondition.orNull(select.where(), table.key());
      if (keyed == null || keyed.rest() == null) {
        throw StatementErrors.existsWithoutCondition();
      }
      return new WriteAction.ConditionCheck(keyed.key(), keyed.rest(), returnsOldOnFailure);
    }
  }

  private static Path keyPath(KeySchema key) {
    return Path.of(key.partitionKey().get(0).name());
  }
}
