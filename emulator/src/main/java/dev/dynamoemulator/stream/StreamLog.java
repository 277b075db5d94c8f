package dev.dynamoemulator.stream;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.StreamViewType;
import dev.dynamoemulator.table.TableStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The side of a stream that is written: numbers its records, opens and closes its shards, trims.
 * Thread-safe.
 */
final class StreamLog {

  /** Where the descriptions of all streams are kept. */
  static final String COLLECTION = "streams";

  static final long NOT_RECORDED = -1;

  private final Storage storage;
  private final Environment environment;
  private final Counters counters = new Counters();
  private final Map<String, Long> sizes = new HashMap<>();
  private volatile StreamDescription description;
  private volatile long size;
  private long lastShardNumber;
  private volatile Instant lastRoll;
  private long lastTime;

  private StreamLog(Storage storage, Environment environment) {
    this.storage = storage;
    this.environment = environment;
  }

  /** A new stream, not stored yet. */
  static StreamLog create(
      StreamName name,
      KeySchema key,
      StreamViewType viewType,
      int shards,
      Storage storage,
      Environment environment) {
    StreamLog log = new StreamLog(storage, environment);
    log.lastRoll = environment.now();
    log.description =
        new StreamDescription(
            name,
            environment.ids().number(),
            key,
            viewType,
            StreamStatus.ENABLING,
            environment.now(),
            null,
            Shard.first(shards, log::newShardId, log.counters::take));
    return log;
  }

  /** A stream that is stored. */
  static StreamLog open(StreamDescription description, Storage storage, Environment environment) {
    StreamLog log = new StreamLog(storage, environment);
    log.description = description;
    try (Snapshot snapshot = storage.snapshot()) {
      for (Shard shard : description.shards()) {
        log.lastShardNumber = Math.max(log.lastShardNumber, Shard.number(shard.id()));
        log.skipCounters(snapshot, shard);
      }
    }
    log.lastRoll = Instant.ofEpochMilli(log.lastShardNumber);
    return log;
  }

  private void skipCounters(Snapshot snapshot, Shard shard) {
    long used = Math.max(shard.firstCounter(), shard.lastCounter());
    used = Math.max(used, shard.trimmedCounter());
    EntryCursor records = snapshot.range(description.collection(shard), null, null, true);
    if (shard.isOpen() && records.next()) {
      used = Math.max(used, RecordCodec.counter(records.key()));
    }
    counters.skip(used);
  }

  /**
   * Counts what is stored already, for streams whose size is bounded.
   *
   * @param known the bytes in shards, by collection; others are measured
   */
  synchronized long measure(Map<String, Long> known) {
    for (Shard shard : description.shards()) {
      Long bytes = known.get(description.collection(shard));
      grow(shard, bytes == null ? measure(shard) : bytes);
    }
    return size;
  }

  private long measure(Shard shard) {
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor records = snapshot.range(description.collection(shard), null, null, false);
      while (records.next()) {
        bytes += records.value().length;
      }
    }
    return bytes;
  }

  /** Adds the bytes in each shard, by collection. */
  synchronized void addSizes(Map<String, Long> known) {
    for (Shard shard : description.shards()) {
      known.put(description.collection(shard), sizes.getOrDefault(shard.id(), 0L));
    }
  }

  StreamDescription description() {
    return description;
  }

  boolean isDisabled() {
    return description.disabled() != null;
  }

  /** The bytes of its records. */
  long size() {
    return size;
  }

  /** When the newest shards were opened. */
  Instant lastRoll() {
    return lastRoll;
  }

  /**
   * Numbers a record and adds it to the batch.
   *
   * @return its counter, to be settled when the batch is committed or given up; {@link
   *     #NOT_RECORDED} when the stream is disabled
   */
  synchronized long append(WriteBatch batch, int partitionHash, byte[] record) {
    Shard shard = description.responsibleShard(partitionHash);
    if (shard == null) {
      return NOT_RECORDED;
    }
    long counter = counters.takeUnsettled();
    lastTime = Math.max(lastTime, environment.now().toEpochMilli());
    RecordCodec.setTime(record, lastTime);
    batch.put(description.collection(shard), RecordCodec.key(counter), record);
    grow(shard, record.length);
    return counter;
  }

  Counters counters() {
    return counters;
  }

  /**
   * Follows the stream's table. What changes of the description is stored with the batch.
   *
   * @return whether this closed the stream's shards
   */
  synchronized boolean follow(WriteBatch batch, boolean isEnabled, TableStatus table) {
    StreamDescription before = description;
    boolean closes = !isEnabled && before.disabled() == null;
    if (closes) {
      description = before.disabledAt(environment.now(), closedShards());
    }
    description = description.withStatus(before.status().next(isEnabled, table));
    if (!description.equals(before)) {
      store(batch);
    }
    return closes;
  }

  private List<Shard> closedShards() {
    Instant now = environment.now();
    List<Shard> closed = new ArrayList<>();
    for (Shard shard : description.shards()) {
      closed.add(shard.isOpen() ? shard.closedAt(counters.take(), now) : shard);
    }
    return closed;
  }

  /** Replaces every open shard by children that share its hashes. */
  synchronized void roll(int childrenOfEach) {
    if (isDisabled()) {
      return;
    }
    List<Shard> parents = description.shards().stream().filter(Shard::isOpen).toList();
    List<Shard> shards = closedShards();
    for (Shard parent : parents) {
      shards.addAll(parent.children(childrenOfEach, this::newShardId, counters::take));
    }
    description = description.withShards(shards);
    lastRoll = environment.now();
    storage.commit(store(new WriteBatch()));
  }

  /**
   * Removes the oldest records, shard by shard, until so many bytes are freed. Readers learn from
   * the description what is gone, so it changes first.
   *
   * @return the bytes freed; less than wanted when there were not so many
   */
  synchronized long trim(long wanted) {
    byte[] horizon = RecordCodec.key(counters.horizon());
    long before = size;
    WriteBatch batch = new WriteBatch();
    List<Shard> shards = new ArrayList<>();
    try (Snapshot snapshot = storage.snapshot()) {
      for (Shard shard : description.shards()) {
        String collection = description.collection(shard);
        EntryCursor records = snapshot.range(collection, null, horizon, false);
        Shard trimmed = shard;
        while (before - size < wanted && records.next()) {
          batch.remove(collection, records.key());
          grow(shard, -records.value().length);
          trimmed = shard.trimmedTo(RecordCodec.counter(records.key()));
        }
        shards.add(trimmed);
      }
    }
    if (!batch.isEmpty()) {
      description = description.withShards(shards);
      storage.commit(store(batch));
    }
    return before - size;
  }

  /**
   * Removes the shards whose records have all reached the end of their life.
   *
   * @return the bytes freed
   */
  synchronized long dropExpiredShards() {
    Instant now = environment.now();
    StreamDescription before = description;
    List<Shard> expired = before.shards().stream().filter(shard -> shard.isExpired(now)).toList();
    if (expired.isEmpty()) {
      return 0;
    }
    List<Shard> kept = before.shards().stream().filter(shard -> !shard.isExpired(now)).toList();
    description = before.withShards(kept);
    storage.commit(store(new WriteBatch()));
    return drop(expired);
  }

  /**
   * Removes the stream with all its records.
   *
   * @return the bytes freed
   */
  synchronized long drop() {
    storage.commit(new WriteBatch().remove(COLLECTION, storageKey()));
    return drop(description.shards());
  }

  private long drop(List<Shard> shards) {
    long before = size;
    for (Shard shard : shards) {
      storage.drop(description.collection(shard));
      grow(shard, -sizes.getOrDefault(shard.id(), 0L));
      sizes.remove(shard.id());
    }
    return before - size;
  }

  private WriteBatch store(WriteBatch batch) {
    return batch.put(COLLECTION, storageKey(), StreamCodec.encode(description));
  }

  private byte[] storageKey() {
    return description.id().getBytes(StandardCharsets.US_ASCII);
  }

  private void grow(Shard shard, long bytes) {
    sizes.merge(shard.id(), bytes, Long::sum);
    size += bytes;
  }

  /** Ids made in the same millisecond take the next ones, so that they sort by creation. */
  private String newShardId() {
    lastShardNumber = Math.max(lastShardNumber + 1, environment.now().toEpochMilli());
    return Shard.id(lastShardNumber, (int) environment.ids().number());
  }
}
