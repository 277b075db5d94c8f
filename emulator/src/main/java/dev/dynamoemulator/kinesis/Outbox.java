package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Steps;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The records of one table that have not been delivered yet. They are stored by the commit that
 * changes the item, in the order of an item's changes, and removed once the sink has them; so each
 * is delivered at least once, whatever happens in between, unless the sink is away for a day. One
 * delivery is under way at a time. Thread-safe.
 */
final class Outbox {

  private static final Logger LOG = System.getLogger(Outbox.class.getName());

  static final String COLLECTION_PREFIX = "kinesis-outbox/";

  /** The most that Kinesis takes at once. */
  private static final int BATCH_RECORDS = 500;

  private static final int BATCH_BYTES = 4 * 1024 * 1024;
  private static final int DROPPED_AT_ONCE = 10_000;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How long the service tries, as it keeps the records of a stream (inferred). */
  private static final Duration RETENTION = Duration.ofHours(24);

  private final String collection;
  private final Storage storage;
  private final Environment environment;
  private final Sink sink;
  private final Backlog backlog;
  private final Steps deliveries;
  private final AtomicLong lastNumber = new AtomicLong();
  private Duration wait = FIRST_WAIT;

  /** From a delivery until it has succeeded, or is to be tried again. */
  private boolean isUnderWay;

  /** The number of the last record that the sink is being given; 0 when there is none. */
  private long lastInFlight;

  private boolean isClosed;

  Outbox(String collection, Storage storage, Environment environment, Sink sink, Backlog backlog) {
    this.collection = collection;
    this.storage = storage;
    this.environment = environment;
    this.sink = sink;
    this.backlog = backlog;
    this.deliveries = new Steps(environment.scheduler(), steps -> deliver());
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor records = snapshot.range(collection, null, null, true);
      while (records.next() && (lastNumber.get() == 0 || backlog.isBounded())) {
        lastNumber.compareAndSet(0, number(records.key()));
        backlog.add(KinesisRecord.decode(records.value()).size());
      }
    }
  }

  /** Has the record stored with the batch. The caller holds the lock of its item. */
  void add(WriteBatch batch, KinesisRecord record) {
    batch.put(collection, key(lastNumber.incrementAndGet()), record.encoded());
    backlog.add(record.size());
  }

  private static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static long number(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }

  /** Delivers what is there, unless that is going on already. */
  void wake() {
    deliveries.schedule(Duration.ZERO);
  }

  synchronized void close() {
    isClosed = true;
  }

  /** The oldest records, as far as they go to the same stream. */
  private record Batch(List<byte[]> keys, List<KinesisRecord> records) {}

  private void deliver() {
    Batch batch;
    synchronized (this) {
      if (isClosed || (isUnderWay && !backlog.isExceeded())) {
        return;
      }
      while (trim()) {
        // So much at once that the batch stays small.
      }
      batch = isUnderWay ? null : nextBatch();
      if (batch == null || batch.records().isEmpty()) {
        return;
      }
      isUnderWay = true;
      lastInFlight = number(batch.keys().get(batch.keys().size() - 1));
    }
    sink.put(batch.records().get(0).streamArn(), batch.records())
        .whenComplete((count, failure) -> finish(batch, count, failure));
  }

  /**
   * Drops the oldest records that are too old or too many, but none that is in flight.
   *
   * @return whether there may be more of them
   */
  private boolean trim() {
    Instant oldest = environment.now().minus(RETENTION);
    WriteBatch removal = new WriteBatch();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(collection, key(lastInFlight + 1), null, false);
      while (removal.changes().size() < DROPPED_AT_ONCE && entries.next()) {
        KinesisRecord record = KinesisRecord.decode(entries.value());
        if (!backlog.isExceeded() && !record.created().isBefore(oldest)) {
          break;
        }
        removal.remove(collection, entries.key());
        backlog.add(-record.size());
      }
    }
    if (!removal.isEmpty()) {
      storage.commit(removal);
      LOG.log(
          Level.WARNING,
          "{0} Kinesis records are dropped, as they could not be delivered in time",
          removal.changes().size());
    }
    return removal.changes().size() == DROPPED_AT_ONCE;
  }

  private Batch nextBatch() {
    List<byte[]> keys = new ArrayList<>();
    List<KinesisRecord> records = new ArrayList<>();
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(collection, null, null, false);
      while (records.size() < BATCH_RECORDS && bytes < BATCH_BYTES && entries.next()) {
        KinesisRecord record = KinesisRecord.decode(entries.value());
        if (!records.isEmpty() && !record.streamArn().equals(records.get(0).streamArn())) {
          break;
        }
        keys.add(entries.key());
        records.add(record);
        bytes += record.size();
      }
    }
    return new Batch(keys, records);
  }

  private synchronized void finish(Batch batch, Integer count, Throwable failure) {
    if (isClosed) {
      return;
    }
    lastInFlight = 0;
    int delivered = failure == null ? count : 0;
    if (delivered > 0) {
      remove(batch, delivered);
    }
    if (delivered == batch.records().size()) {
      wait = FIRST_WAIT;
      isUnderWay = false;
      wake();
    } else {
      retryLater(failure);
    }
  }

  private void remove(Batch batch, int delivered) {
    WriteBatch removal = new WriteBatch();
    for (int i = 0; i < delivered; i++) {
      removal.remove(collection, batch.keys().get(i));
      backlog.add(-batch.records().get(i).size());
    }
    storage.commit(removal);
  }

  private void retryLater(Throwable failure) {
    // Once while the sink is away.
    LOG.log(
        wait.equals(FIRST_WAIT) ? Level.WARNING : Level.DEBUG,
        "Kinesis records could not be delivered, trying again: {0}",
        failure == null ? "some were refused" : failure.toString());
    Duration pause = wait;
    wait = pause.compareTo(LONGEST_WAIT.dividedBy(2)) > 0 ? LONGEST_WAIT : pause.multipliedBy(2);
    environment.scheduler().schedule(pause, this::retry);
  }

  private void retry() {
    synchronized (this) {
      isUnderWay = false;
    }
    wake();
  }
}
