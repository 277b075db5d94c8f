package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TransientDelays;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The Kinesis destinations of all tables, and the outboxes of what is to be sent there. A table has
 * one at a time; those that it had before stay listed as disabled. Thread-safe.
 */
public final class KinesisDestinations implements ChangeLog, TableObserver {

  private static final String COLLECTION = "kinesis-destinations";

  /** Longer records are dropped (control-plane.md §5). */
  private static final int MAX_RECORD_LENGTH = 1024 * 1024;

  private final Storage storage;
  private final Environment environment;
  private final TransientDelays delays;
  private final Sink sink;
  private final Backlog backlog;
  private final MemorySink memory = new MemorySink();
  private final Map<String, List<Destination>> destinations = new ConcurrentHashMap<>();
  private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();

  private KinesisDestinations(
      Storage storage, Environment environment, TransientDelays delays, KinesisSettings settings) {
    this.storage = storage;
    this.environment = environment;
    this.delays = delays;
    this.sink = settings.sink(memory);
    this.backlog = new Backlog(settings.waitingBytes());
  }

  /** Opens the destinations of a store, and goes on delivering. */
  public static KinesisDestinations open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      TransientDelays delays,
      KinesisSettings settings) {
    KinesisDestinations opened = new KinesisDestinations(storage, environment, delays, settings);
    opened.load();
    for (Table table : catalogue.allTables()) {
      opened.list(table).forEach(destination -> opened.settleLater(table, destination));
    }
    for (String collection : storage.collections()) {
      if (collection.startsWith(Outbox.COLLECTION_PREFIX)) {
        opened.outbox(collection.substring(Outbox.COLLECTION_PREFIX.length())).wake();
      }
    }
    catalogue.observe(opened);
    return opened;
  }

  private void load() {
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        destinations.put(
            new String(entries.key(), StandardCharsets.US_ASCII),
            DestinationCodec.decode(entries.value()));
      }
    }
  }

  /** All that the table has or had, the first one first. */
  public List<Destination> list(Table table) {
    return destinations.getOrDefault(table.description().id(), List.of());
  }

  /**
   * Begins to send changes.
   *
   * @return the destination to answer with
   * @throws DynamoDbException when the table has one already
   */
  public Destination enable(Table table, String streamArn, Precision precision) {
    synchronized (this) {
      if (!list(table).stream().allMatch(one -> one.status().allowsEnabling())) {
        throw DestinationErrors.alreadyEnabled();
      }
      Destination enabling = new Destination(streamArn, DestinationStatus.ENABLING, precision, "");
      store(table, enabling);
      settleLater(table, enabling);
      return enabling;
    }
  }

  /** Sends no more changes; those that are waiting are still sent. */
  public Destination disable(Table table, String streamArn) {
    return change(table, streamArn, "DISABLE", active -> active.with(DestinationStatus.DISABLING));
  }

  /** Changes the precision of the records that are still to come. */
  public Destination update(Table table, String streamArn, Precision precision) {
    return change(table, streamArn, "UPDATE", active -> precise(table, active, precision));
  }

  private static Destination precise(Table table, Destination active, Precision precision) {
    if (active.precision() == precision) {
      throw DestinationErrors.samePrecision(
          precision, table.description().id(), active.streamArn());
    }
    return active.with(precision);
  }

  private synchronized Destination change(
      Table table, String streamArn, String operation, UnaryOperator<Destination> change) {
    Destination present = find(table, streamArn);
    if (present == null && operation.equals("UPDATE")) {
      throw DestinationErrors.unknownStream(table.name(), streamArn);
    }
    if (present == null || present.status() != DestinationStatus.ACTIVE) {
      throw DestinationErrors.notActive(operation);
    }
    Destination changed = change.apply(present);
    store(table, changed);
    settleLater(table, changed);
    return changed;
  }

  private Destination find(Table table, String streamArn) {
    for (Destination destination : list(table)) {
      if (destination.streamArn().equals(streamArn)) {
        return destination;
      }
    }
    return null;
  }

  private void store(Table table, Destination changed) {
    List<Destination> next = new ArrayList<>(list(table));
    next.removeIf(one -> one.streamArn().equals(changed.streamArn()));
    next.add(changed);
    storage.commit(new WriteBatch().put(COLLECTION, key(table), DestinationCodec.encode(next)));
    destinations.put(table.description().id(), List.copyOf(next));
  }

  private void settleLater(Table table, Destination destination) {
    if (destination.status().isSettled()) {
      return;
    }
    if (delays.update().isZero()) {
      settle(table, destination);
    } else {
      environment.scheduler().schedule(delays.update(), () -> settle(table, destination));
    }
  }

  /** A stream that cannot be asked now is taken as usable: its records wait for it. */
  private void settle(Table table, Destination destination) {
    if (destination.status() == DestinationStatus.ENABLING) {
      sink.problem(destination.streamArn())
          .exceptionally(unreachable -> "")
          .thenAccept(problem -> settle(table, destination, problem));
    } else {
      settle(table, destination, "");
    }
  }

  private synchronized void settle(Table table, Destination destination, String problem) {
    if (!table.isDropped() && destination.equals(find(table, destination.streamArn()))) {
      store(
          table,
          problem.isEmpty()
              ? destination.with(destination.status().settled())
              : destination.failed(problem));
    }
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after == null) {
      batch.remove(COLLECTION, key(table));
      destinations.remove(table.description().id());
    }
  }

  @Override
  public boolean follows(Table table) {
    return !destinations.isEmpty() && open(table) != null;
  }

  private Destination open(Table table) {
    for (Destination destination : list(table)) {
      if (destination.status().takesRecords()) {
        return destination;
      }
    }
    return null;
  }

  @Override
  public Recording record(WriteBatch batch, List<ItemChange> changes) {
    List<Outbox> filled = new ArrayList<>(1);
    for (ItemChange change : changes) {
      Destination destination = open(change.table());
      if (destination != null) {
        KinesisRecord record =
            RecordWriter.record(change, destination, environment.ids().uuid(), environment.now());
        if (record.data().length <= MAX_RECORD_LENGTH) {
          Outbox outbox = outbox(change.table().description().id());
          outbox.add(batch, record);
          filled.add(outbox);
        }
      }
    }
    return () -> filled.stream().distinct().forEach(Outbox::wake);
  }

  private Outbox outbox(String tableId) {
    return outboxes.computeIfAbsent(
        tableId,
        id -> new Outbox(Outbox.COLLECTION_PREFIX + id, storage, environment, sink, backlog));
  }

  /** The latest records of a stream, as JSON; only those that went into memory. */
  public List<String> recordsInMemory(String streamArn) {
    return memory.records(streamArn);
  }

  /** Leaves what has not been delivered for the next time. */
  public void close() {
    outboxes.values().forEach(Outbox::close);
  }

  private static byte[] key(Table table) {
    return table.description().id().getBytes(StandardCharsets.US_ASCII);
  }
}
