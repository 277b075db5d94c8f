package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableUpdate;
import dev.dynamoemulator.table.TimeToLive;

/** The replicas of tables, as the operations on single tables need them. Thread-safe. */
public interface TableReplicas {

  /** No table has any, and none can be made. */
  TableReplicas NONE =
      new TableReplicas() {
        @Override
        public boolean areSupported() {
          return false;
        }

        @Override
        public GlobalTable of(Namespace namespace, String tableName) {
          return null;
        }

        @Override
        public Table table(GlobalTable globalTable, String region) {
          return null;
        }

        @Override
        public boolean isTaken(Namespace namespace, String tableName) {
          return false;
        }

        @Override
        public boolean isEmpty(Table table) {
          return true;
        }

        @Override
        public boolean wasSource(Replica replica) {
          return false;
        }

        @Override
        public boolean scalesWrites(Table table) {
          return false;
        }

        @Override
        public TableDescription begin(Table table, TableDescription current, ReplicaChange change) {
          throw new UnsupportedOperationException("Without regions there are no replicas");
        }

        @Override
        public void complete(Table table, ReplicaChange change) {}

        @Override
        public TableDescriptionBuilder replicaOf(TableDescription source, Namespace namespace) {
          throw new UnsupportedOperationException("Without regions there are no replicas");
        }

        @Override
        public void create(
            GlobalTable globalTable, TableDescription creating, Namespace namespace) {}

        @Override
        public void synchronise(Table table, TableUpdate update) {}

        @Override
        public void synchronise(Table table, TimeToLive timeToLive) {}
      };

  /** Whether the emulator tells regions apart. */
  boolean areSupported();

  /** The global table that the region's table of that name belongs to, or null. */
  GlobalTable of(Namespace namespace, String tableName);

  /** The table that is the region's replica; null when it does not exist yet, or any more. */
  Table table(GlobalTable globalTable, String region);

  /** Whether there is a table of that name. */
  boolean isTaken(Namespace namespace, String tableName);

  /** Whether the table has no items. */
  boolean isEmpty(Table table);

  /**
   * Whether another replica was made of this one in the last 24 hours, so that it may not be
   * deleted (control-plane.md §9.9).
   */
  boolean wasSource(Replica replica);

  /** Whether the table's provisioned write capacity is scaled automatically. */
  boolean scalesWrites(Table table);

  /**
   * Begins a checked change; to be called from within a change of the table.
   *
   * @return the description to be stored: the table is being updated
   */
  TableDescription begin(Table table, TableDescription current, ReplicaChange change);

  /** Carries out what has begun. What takes time goes on in the environment's scheduler. */
  void complete(Table table, ReplicaChange change);

  /** The table, in state CREATING, that is a replica of another and has nothing of its own. */
  TableDescriptionBuilder replicaOf(TableDescription source, Namespace namespace);

  /**
   * Creates a replica that has begun to come into being, instead of {@link #complete}.
   *
   * @param creating made of {@link #replicaOf}
   */
  void create(GlobalTable globalTable, TableDescription creating, Namespace namespace);

  /** Does in the other replicas what of an update concerns all of them (control-plane.md §9.5). */
  void synchronise(Table table, TableUpdate update);

  /** The same for the time-to-live setting. */
  void synchronise(Table table, TimeToLive timeToLive);
}
