package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Namespace;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A table that exists. Thread-safe: its state is replaced as a whole. */
public final class Table {

  private final Namespace namespace;
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private volatile TableSchema schema;

  public Table(Namespace namespace, TableSchema schema) {
    this.namespace = namespace;
    this.schema = schema;
  }

  public String name() {
    return schema.tableName();
  }

  public Namespace namespace() {
    return namespace;
  }

  public TableSchema schema() {
    return schema;
  }

  /** Writes of items hold the shared side, a change of the schema the exclusive one. */
  public ReadWriteLock gate() {
    return gate;
  }
}
