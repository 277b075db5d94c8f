package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Namespace;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A table that exists. Thread-safe: its state is replaced as a whole, by its {@link Catalogue}
 * only.
 */
public final class Table {

  private final Namespace namespace;
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private volatile TableDescription description;
  private volatile TableSchema schema;
  private volatile boolean isDropped;

  public Table(Namespace namespace, TableDescription description) {
    this.namespace = namespace;
    this.description = description;
    this.schema = description.schema();
  }

  public String name() {
    return schema.tableName();
  }

  /** The account and region in which it was created. */
  public Namespace namespace() {
    return namespace;
  }

  public TableDescription description() {
    return description;
  }

  /** The same instance until something changes that reading or writing items depends on. */
  public TableSchema schema() {
    return schema;
  }

  /** Writes of items hold the shared side, a change of the schema the exclusive one. */
  public ReadWriteLock gate() {
    return gate;
  }

  /**
   * Whether the table is gone and its collections with it. Does not change while the gate is held:
   * who writes items asks after entering it, so that nothing is written to a dropped collection.
   */
  public boolean isDropped() {
    return isDropped;
  }

  void replace(TableDescription next) {
    TableSchema nextSchema = next.schema();
    if (nextSchema.equals(schema)) {
      description = next;
      return;
    }
    gate.writeLock().lock();
    try {
      description = next;
      schema = nextSchema;
    } finally {
      gate.writeLock().unlock();
    }
  }

  void drop() {
    gate.writeLock().lock();
    try {
      isDropped = true;
    } finally {
      gate.writeLock().unlock();
    }
  }
}
