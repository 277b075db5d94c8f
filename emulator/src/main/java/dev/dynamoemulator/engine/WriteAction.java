package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.Item;

/**
 * What is done to one item: the common form of the single, batch, transactional and PartiQL writes.
 * The caller has checked keys and values against the table.
 */
public sealed interface WriteAction {

  /** The table key of the item; may hold further attributes. */
  Item key();

  /** What the item must satisfy beforehand; null for no condition. */
  Condition condition();

  /** Whether a failed condition reports the item that failed it. */
  boolean returnsOldOnFailure();

  record Put(Item item, Condition condition, boolean returnsOldOnFailure) implements WriteAction {
    @Override
    public Item key() {
      return item;
    }
  }

  /**
   * PartiQL's INSERT: a Put that fails when there is an item, with an error of its own. It has no
   * member for that item in the API model, and DynamoDB Local reports none in batches either.
   */
  record Insert(Item item) implements WriteAction {
    @Override
    public Item key() {
      return item;
    }

    @Override
    public Condition condition() {
      return null;
    }

    @Override
    public boolean returnsOldOnFailure() {
      return false;
    }
  }

  record UpdateItem(Item key, Update update, Condition condition, boolean returnsOldOnFailure)
      implements WriteAction {}

  record Delete(Item key, Condition condition, boolean returnsOldOnFailure)
      implements WriteAction {}

  /** Writes nothing; part of transactions only. */
  record ConditionCheck(Item key, Condition condition, boolean returnsOldOnFailure)
      implements WriteAction {}

  /** Deletes the item if it has expired; writes nothing otherwise (tables.md §11.2). */
  record Expire(Item key, Expiry expiry) implements WriteAction {
    @Override
    public Condition condition() {
      return null;
    }

    @Override
    public boolean returnsOldOnFailure() {
      return false;
    }
  }
}
