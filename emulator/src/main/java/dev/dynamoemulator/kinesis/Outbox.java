package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The records of one table that have not been delivered yet. They are stored by the commit that
 * changes the item, in the order of an item's changes, and removed once the sink has them; so each
 * is delivered at least once, whatever happens in between. One delivery is under way at a time.
 * Thread-safe.
 */
final class Outbox {

  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  static final String COLLECTION_PREFIX = "kinesis-outbox/";

  /** The most that Kinesis takes at once. */
  private static final int BATCH_RECORDS = 500;

  private static final int BATCH_BYTES = 4 * 1024 * 1024;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final String collection;
  private final Storage storage;
  private final Environment environment;
  private final Sink sink;
  private final AtomicLong lastNumber = new AtomicLong();
  private final AtomicBoolean isUnderWay = new AtomicBoolean();
  private volatile Duration wait = FIRST_WAIT;
  private volatile boolean isClosed;

  Outbox(String collection, Storage storage, Environment environment, Sink sink) {
    this.collection = collection;
    this.storage = storage;
    this.environment = environment;
    this.sink = sink;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor records = snapshot.range(collection, null, null, true);
      if (records.next()) {
        lastNumber.set(ByteBuffer.wrap(records.key()).getLong());
      }
    }
  }

  /** Has the record stored with the batch. The caller holds the lock of its item. */
  void add(WriteBatch batch, KinesisRecord record) {
    batch.put(collection, key(lastNumber.incrementAndGet()), record.encoded());
  }

  private static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /** Delivers what is there, unless that is going on already. */
  void wake() {
    environment.scheduler().schedule(Duration.ZERO, this::deliver);
  }

  void close() {
    isClosed = true;
  }

  private record Batch(List<byte[]> keys, List<KinesisRecord> records) {}

  private void deliver() {
    if (isClosed || !isUnderWay.compareAndSet(false, true)) {
      return;
    }
    Batch batch = nextBatch();
    if (batch.records().isEmpty()) {
      isUnderWay.set(false);
      wakeIfFilled();
      return;
    }
    sink.put(batch.records().get(0).streamArn(), batch.records())
        .whenComplete((count, failure) -> finish(batch, count, failure));
  }

  /** Who filled it while this looked has found a delivery under way. */
  private void wakeIfFilled() {
    if (storage.count(collection) > 0) {
      wake();
    }
  }

  /** The oldest records, as far as they go to the same stream. */
  private Batch nextBatch() {
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(collection, null, null, false);
      while (batch.records().size() < BATCH_RECORDS && bytes < BATCH_BYTES && entries.next()) {
        KinesisRecord record = KinesisRecord.decode(entries.value());
        if (!batch.records().isEmpty()
            && !record.streamArn().equals(batch.records().get(0).streamArn())) {
          break;
        }
        batch.keys().add(entries.key());
        batch.records().add(record);
        bytes += record.size();
      }
    }
    return batch;
  }

  private void finish(Batch batch, Integer count, Throwable failure) {
    if (isClosed) {
      return;
    }
    int delivered = failure == null ? count : 0;
    if (delivered > 0) {
      WriteBatch removal = new WriteBatch();
      batch.keys().subList(0, delivered).forEach(key -> removal.remove(collection, key));
      storage.commit(removal);
    }
    if (delivered == batch.records().size()) {
      wait = FIRST_WAIT;
      isUnderWay.set(false);
      wakeIfFilled();
    } else {
      retryLater(failure);
    }
  }

  private void retryLater(Throwable failure) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Kinesis records could not be delivered, trying again: {0}",
        failure == null ? "some were refused" : failure.toString());
    Duration pause = wait;
    wait = pause.compareTo(LONGEST_WAIT.dividedBy(2)) > 0 ? LONGEST_WAIT : pause.multipliedBy(2);
    environment
        .scheduler()
        .schedule(
            pause,
            () -> {
              isUnderWay.set(false);
              deliver();
            });
  }
}
