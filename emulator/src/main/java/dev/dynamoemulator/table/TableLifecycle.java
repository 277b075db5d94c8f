package dev.dynamoemulator.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes tables and indexes from one state to the next (tables.md §5). No method waits for a state
 * to be reached: what takes time goes on in the environment's scheduler. Thread-safe.
 */
public final class TableLifecycle {

  private final Catalogue catalogue;
  private final Environment environment;
  private final TransientDelays delays;
  private final TableQuota quota;
  private final IndexLifecycle indexes;
  private Instant lastStream = Instant.EPOCH;

  public TableLifecycle(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      IndexBuilder indexBuilder,
      TransientDelays delays,
      Limits limits) {
    this.catalogue = catalogue;
    this.environment = environment;
    this.delays = delays;
    this.quota = new TableQuota(catalogue, limits);
    this.indexes = new IndexLifecycle(catalogue, storage, environment, indexBuilder, delays);
  }

  /** Goes on with what was under way when the store was closed. To be called once, at the start. */
  public void resume() {
    resume(table -> false);
  }

  /**
   * The same.
   *
   * @param isBeingFilled whether somebody else goes on with a table, and calls {@link #filled}
   */
  public void resume(Predicate<Table> isBeingFilled) {
    catalogue.allTables().stream().filter(isBeingFilled.negate()).forEach(this::resume);
  }

  private void resume(Table table) {
    TableDescription description = table.description();
    switch (description.status()) {
      case CREATING -> after(delays.create(), () -> settle(table));
      case UPDATING -> after(delays.update(), () -> settle(table));
      case DELETING -> after(delays.delete(), () -> catalogue.remove(table));
      case ACTIVE -> {}
    }
    indexes.resume(table, description.onlineIndexes());
    if (!description.timeToLive().isSettled()) {
      after(delays.update(), () -> settleTimeToLive(table));
    }
  }

  /**
   * Adds a table.
   *
   * @param creating the new table and its indexes in state CREATING
   * @throws DynamoDbException when the name is taken or a quota is exhausted
   */
  public void create(Namespace namespace, TableDescription creating) {
    Table table = new Table(namespace, creating);
    catalogue.add(table, () -> quota.checkCreate(namespace, creating));
    after(delays.create(), () -> settle(table));
  }

  /**
   * Adds a table that stays in state CREATING until it is {@link #filled}, which the caller does.
   *
   * @param creating the new table and its indexes in state CREATING
   * @param taken what to answer when there is a table of that name
   * @throws DynamoDbException when the name is taken or a quota is exhausted
   */
  public Table createToFill(
      Namespace namespace, TableDescription creating, Function<Table, DynamoDbException> taken) {
    Table table = new Table(namespace, creating);
    catalogue.add(table, taken, () -> quota.checkCreate(namespace, creating));
    return table;
  }

  /** Makes a table usable that has got its items. */
  public void filled(Table table) {
    settle(table);
  }

  /** Removes a table that cannot be filled. */
  public void abandon(Table table) {
    catalogue.remove(table);
  }

  /**
   * Changes a table. The change sees the present description, alone, and may refuse by throwing;
   * what it leaves in a transient state is taken to its final one later.
   *
   * @return what the change made: the description to answer with
   */
  public TableDescription update(Table table, UnaryOperator<TableDescription> change) {
    TableChange update =
        catalogue.change(table, current -> checkedForQuota(table, current, change.apply(current)));
    if (begins(update, TableStatus.UPDATING)) {
      after(delays.update(), () -> settle(table));
    }
    if (!update.after().timeToLive().equals(update.before().timeToLive())) {
      after(delays.update(), () -> settleTimeToLive(table));
    }
    return update.after();
  }

  private TableDescription checkedForQuota(
      Table table, TableDescription before, TableDescription after) {
    if (begins(new TableChange(before, after), TableStatus.UPDATING)) {
      quota.checkChange(table.namespace());
    }
    return after;
  }

  private static boolean begins(TableChange change, TableStatus status) {
    return change.after().status() == status && change.before().status() != status;
  }

  /**
   * Deletes a table with all that it holds. Deleting it once more while that goes on changes
   * nothing.
   *
   * @return the description to answer with
   * @throws DynamoDbException when the table's state does not allow it
   */
  public TableDescription delete(Table table) {
    TableChange deletion = catalogue.change(table, current -> deleting(table, current));
    if (begins(deletion, TableStatus.DELETING)) {
      after(delays.delete(), () -> catalogue.remove(table));
    }
    return deletion.after();
  }

  private TableDescription deleting(Table table, TableDescription current) {
    if (current.status() == TableStatus.DELETING) {
      return current;
    }
    TableState.checkDeletable(current);
    quota.checkChange(table.namespace());
    return current.with().status(TableStatus.DELETING).build();
  }

  /** A new stream, labelled later than all others, so that no two have the same ARN. */
  public synchronized TableStream newStream(StreamViewType viewType) {
    Instant now = environment.now().truncatedTo(ChronoUnit.MILLIS);
    lastStream = now.isAfter(lastStream) ? now : lastStream.plusMillis(1);
    return TableStream.enabled(viewType, lastStream);
  }

  private void settle(Table table) {
    TableChange settlement =
        catalogue.change(table, current -> Settlement.settled(current, environment.now()));
    for (OnlineIndex index : settlement.before().onlineIndexes()) {
      if (index.backfill() == Backfill.ALLOCATING) {
        indexes.fillLater(table, index);
      } else if (index.status() == IndexStatus.DELETING) {
        indexes.removeLater(table, index);
      }
    }
  }

  private void settleTimeToLive(Table table) {
    catalogue.change(
        table, current -> current.with().timeToLive(current.timeToLive().settled()).build());
  }

  private void after(Duration delay, Runnable transition) {
    if (delay.isZero()) {
      transition.run();
    } else {
      environment.scheduler().schedule(delay, transition);
    }
  }
}
