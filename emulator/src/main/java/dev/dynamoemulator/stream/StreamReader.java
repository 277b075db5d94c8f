package dev.dynamoemulator.stream;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The side of a stream that is read. A position in a shard is the lowest counter that is still to
 * be read. Records are never shown beyond their 24 hours, whenever they are removed. Thread-safe.
 */
public final class StreamReader {

  /** The bytes of one page (streams.md §7.1). */
  private static final int PAGE_SIZE = 1024 * 1024;

  private final StreamLog log;
  private final Storage storage;
  private final Environment environment;

  StreamReader(StreamLog log, Storage storage, Environment environment) {
    this.log = log;
    this.storage = storage;
    this.environment = environment;
  }

  public StreamDescription description() {
    return log.description();
  }

  /** The shards with records that are not trimmed, in the order of their creation. */
  public List<Shard> shards() {
    Instant now = environment.now();
    return log.description().shards().stream().filter(shard -> !shard.isExpired(now)).toList();
  }

  /**
   * The position of the oldest record that is not trimmed.
   *
   * @throws DynamoDbException when there is no such shard
   */
  public long oldestPosition(String shardId) {
    Shard shard = existing(shardId);
    long low = Math.max(shard.firstCounter(), shard.trimmedCounter() + 1);
    long high = shard.isOpen() ? log.counters().next() : shard.lastCounter() + 1;
    Instant trimPoint = trimPoint();
    try (Snapshot snapshot = storage.snapshot()) {
      // Times rise with counters, so halving finds the first record that is young enough.
      while (low < high) {
        long middle = low + (high - low) / 2;
        EntryCursor records = from(snapshot, shard, middle);
        if (!records.next() || RecordCodec.time(records.value()).isAfter(trimPoint)) {
          high = middle;
        } else {
          low = RecordCodec.counter(records.key()) + 1;
        }
      }
    }
    return low;
  }

  /**
   * The position behind the newest record.
   *
   * @throws DynamoDbException when there is no such shard
   */
  public long latestPosition(String shardId) {
    Shard shard = existing(shardId);
    return shard.isOpen() ? log.counters().next() : shard.lastCounter() + 1;
  }

  /**
   * The position of the record with that number.
   *
   * @param isAfter whether to start behind that record
   * @throws DynamoDbException when there is no such shard, the number is not of this shard, or what
   *     is to be read there is trimmed
   */
  public long position(String shardId, SequenceNumber number, boolean isAfter) {
    Shard shard = existing(shardId);
    long end = shard.isOpen() ? log.counters().next() - 1 : shard.lastCounter();
    if (number == null
        || number.generation() != shard.generation()
        || number.counter() < shard.firstCounter()
        || number.counter() > end) {
      throw StreamErrors.invalidSequenceNumber();
    }
    long position = isAfter ? number.counter() + 1 : number.counter();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor records = from(snapshot, shard, position);
      if (isTrimmed(shardId, position)
          || records.next() && !RecordCodec.time(records.value()).isAfter(trimPoint())) {
        throw StreamErrors.trimmed();
      }
    }
    return position;
  }

  /**
   * Reads records of a shard that once existed.
   *
   * @param limit the number of records to read at most
   * @throws DynamoDbException when what is to be read there is trimmed
   */
  public RecordPage read(String shardId, long position, int limit) {
    long horizon = log.counters().horizon();
    try (Snapshot snapshot = storage.snapshot()) {
      // Looked up after the snapshot was taken: what is missing from it is trimmed here.
      Shard shard = log.description().shard(shardId);
      if (shard == null || shard.isExpired(environment.now()) || isTrimmed(shardId, position)) {
        throw StreamErrors.trimmed();
      }
      boolean isComplete = !shard.isOpen() && horizon > shard.lastCounter();
      return read(snapshot, shard, position, horizon, limit, isComplete);
    }
  }

  private RecordPage read(
      Snapshot snapshot, Shard shard, long position, long horizon, int limit, boolean isComplete) {
    StreamDescription stream = log.description();
    Instant trimPoint = trimPoint();
    List<StreamRecord> records = new ArrayList<>();
    long next = position;
    long size = 0;
    EntryCursor cursor =
        snapshot.range(
            stream.collection(shard),
            RecordCodec.key(position),
            RecordCodec.key(Math.max(position, horizon)),
            false);
    boolean isEnd = !cursor.next();
    while (!isEnd && records.size() < limit) {
      StreamRecord record = RecordCodec.decode(stream, shard, cursor.key(), cursor.value());
      if (!record.created().isAfter(trimPoint)) {
        throw StreamErrors.trimmed();
      }
      size += record.sizeBytes();
      if (size > PAGE_SIZE && !records.isEmpty()) {
        break;
      }
      records.add(record);
      next = record.sequenceNumber().counter() + 1;
      isEnd = !cursor.next();
    }
    return new RecordPage(records, isEnd && isComplete ? null : next);
  }

  private EntryCursor from(Snapshot snapshot, Shard shard, long position) {
    String collection = log.description().collection(shard);
    return snapshot.range(collection, RecordCodec.key(position), null, false);
  }

  private boolean isTrimmed(String shardId, long position) {
    Shard shard = log.description().shard(shardId);
    return shard == null || position <= shard.trimmedCounter();
  }

  private Shard existing(String shardId) {
    Shard shard = log.description().shard(shardId);
    if (shard == null || shard.isExpired(environment.now())) {
      throw StreamErrors.shardNotFound();
    }
    return shard;
  }

  /** Records of this time and before are trimmed. */
  private Instant trimPoint() {
    return environment.now().minus(Shard.RETENTION);
  }
}
