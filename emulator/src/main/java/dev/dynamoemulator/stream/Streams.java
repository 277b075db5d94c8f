package dev.dynamoemulator.stream;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TableStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All streams of a store: begins and ends them with the settings of their tables, takes the changes
 * of items, rolls shards and forgets what is older than 24 hours. A stream outlives its table.
 * Thread-safe.
 */
public final class Streams implements ChangeLog, TableObserver {

  private static final Namespace SHARED = new Namespace("shared", "shared");

  /** How much later than due something is forgotten, as timers and the clock may differ a bit. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Storage storage;
  private final Environment environment;
  private final StreamSettings settings;
  private final boolean isShared;
  private final Map<StreamName, StreamLog> logs = new ConcurrentHashMap<>();
  private final Map<Table, StreamLog> newest = new ConcurrentHashMap<>();
  private final RecordBound bound;

  private Streams(
      Storage storage, Environment environment, StreamSettings settings, boolean isShared) {
    this.storage = storage;
    this.environment = environment;
    this.settings = settings;
    this.isShared = isShared;
    this.bound = new RecordBound(settings.retainedBytes(), logs.values());
  }

  /** Opens the streams of a store and follows its tables. To be called before tables are used. */
  public static Streams open(
      Catalogue catalogue, Storage storage, Environment environment, StreamSettings settings) {
    return open(catalogue, storage, environment, settings, Map.of());
  }

  /**
   * The same, without measuring what is known.
   *
   * @param knownSizes what {@link #knownSizes} said of the same content
   */
  public static Streams open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      StreamSettings settings,
      Map<String, Long> knownSizes) {
    Streams streams = new Streams(storage, environment, settings, catalogue.isShared());
    streams.load(knownSizes);
    for (Table table : catalogue.allTables()) {
      TableStream stream = table.description().stream();
      if (stream != null) {
        StreamLog log = streams.logs.get(streams.key(name(table, stream)));
        if (log != null) {
          streams.newest.put(table, log);
        }
      }
    }
    catalogue.observe(streams);
    return streams;
  }

  private void load(Map<String, Long> knownSizes) {
    List<StreamLog> stored = new ArrayList<>();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(StreamLog.COLLECTION, null, null, false);
      while (entries.next()) {
        StreamDescription stream = StreamCodec.decode(entries.value());
        stored.add(StreamLog.open(stream, storage, environment));
      }
    }
    for (StreamLog log : stored) {
      logs.put(key(log.description().name()), log);
      if (!bound.isNone()) {
        bound.grow(log.measure(knownSizes));
      }
      rollWhenDue(log);
      log.description().shards().stream()
          .map(Shard::closed)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(closed -> forgetAfter(closed, log));
    }
  }

  /** The bytes of records in each shard, by collection. They fit the store while nobody writes. */
  public Map<String, Long> knownSizes() {
    Map<String, Long> known = new HashMap<>();
    logs.values().forEach(log -> log.addSizes(known));
    return known;
  }

  /** The caller's streams, by table and age; disabled ones as long as they are readable. */
  public List<StreamDescription> list(Namespace caller) {
    Instant now = environment.now();
    return logs.values().stream()
        .map(StreamLog::description)
        .filter(stream -> isShared || stream.name().namespace().equals(caller))
        .filter(stream -> !stream.isExpired(now))
        .sorted(Comparator.comparing(StreamDescription::name, StreamName.BY_TABLE_AND_LABEL))
        .toList();
  }

  /**
   * The stream of that ARN.
   *
   * @throws DynamoDbException when the caller has no such stream
   */
  public StreamReader reader(Namespace caller, String arn) {
    return new StreamReader(log(caller, arn), storage, environment);
  }

  private StreamLog log(Namespace caller, String arn) {
    StreamName name = StreamName.ofArn(arn);
    if (name == null) {
      throw StreamErrors.invalidStreamArn();
    }
    StreamLog log = logs.get(key(name));
    if (log == null
        || !isShared && !name.namespace().equals(caller)
        || log.description().isExpired(environment.now())) {
      throw StreamErrors.streamNotFound(arn);
    }
    return log;
  }

  /**
   * Closes the open shards of a stream before their time.
   *
   * @param childrenOfEach how many shards take the place of each
   * @throws DynamoDbException when the caller has no such stream
   */
  public void roll(Namespace caller, String arn, int childrenOfEach) {
    roll(log(caller, arn), childrenOfEach);
  }

  /**
   * The same for whoever the stream belongs to.
   *
   * @throws DynamoDbException when there is no such stream
   */
  public void roll(String arn, int childrenOfEach) {
    StreamName name = StreamName.ofArn(arn);
    if (name == null) {
      throw StreamErrors.invalidStreamArn();
    }
    roll(name.namespace(), arn, childrenOfEach);
  }

  private void roll(StreamLog log, int childrenOfEach) {
    log.roll(childrenOfEach);
    forgetAfter(environment.now(), log);
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    StreamLog log = newest.get(table);
    if (after == null) {
      if (log != null) {
        follow(log, batch, false, TableStatus.DELETING);
        newest.remove(table);
      }
      return;
    }
    TableStream stream = after.stream();
    if (stream != null && stream.isEnabled() && !isOf(stream, log)) {
      log = create(table, after);
    }
    if (log != null) {
      follow(log, batch, stream.isEnabled(), after.status());
    }
  }

  private static boolean isOf(TableStream stream, StreamLog log) {
    return log != null && log.description().name().label().equals(stream.label());
  }

  private StreamLog create(Table table, TableDescription description) {
    TableStream stream = description.stream();
    StreamLog log =
        StreamLog.create(
            name(table, stream),
            description.key(),
            stream.viewType(),
            settings.shards(),
            storage,
            environment);
    StreamLog namesake = logs.put(key(log.description().name()), log);
    if (namesake != null) {
      bound.shrink(namesake.drop());
    }
    newest.put(table, log);
    rollWhenDue(log);
    return log;
  }

  private void follow(StreamLog log, WriteBatch batch, boolean isEnabled, TableStatus table) {
    if (log.follow(batch, isEnabled, table)) {
      forgetAfter(environment.now(), log);
    }
  }

  private void rollWhenDue(StreamLog log) {
    if (log.isDisabled()) {
      return;
    }
    Duration wait = until(log.lastRoll().plus(settings.rollInterval()));
    if (wait.isZero()) {
      roll(log, 1);
      wait = settings.rollInterval();
    }
    environment.scheduler().schedule(wait, () -> rollWhenDue(log));
  }

  /** Forgets the shards that were closed then, and the stream if that was its end. */
  private void forgetAfter(Instant closed, StreamLog log) {
    Instant due = closed.plus(Shard.RETENTION).plus(MARGIN);
    environment.scheduler().schedule(until(due), () -> forget(log));
  }

  private void forget(StreamLog log) {
    StreamDescription stream = log.description();
    boolean isGone = stream.isExpired(environment.now()) && logs.remove(key(stream.name()), log);
    bound.shrink(isGone ? log.drop() : log.dropExpiredShards());
  }

  private Duration until(Instant time) {
    Duration wait = Duration.between(environment.now(), time);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  @Override
  public boolean follows(Table table) {
    TableStream stream = table.description().stream();
    return stream != null && stream.isEnabled();
  }

  @Override
  public Recording record(WriteBatch batch, List<ItemChange> changes) {
    if (changes.size() == 1) {
      return record(batch, changes.get(0));
    }
    List<Recording> recordings = new ArrayList<>(changes.size());
    for (ItemChange change : changes) {
      recordings.add(record(batch, change));
    }
    return Recording.all(recordings);
  }

  private Recording record(WriteBatch batch, ItemChange change) {
    StreamLog log = newest.get(change.table());
    if (log == null) {
      return Recording.NONE;
    }
    byte[] record = RecordCodec.encode(log.description(), change);
    long counter = log.append(batch, change.partitionHash(), record);
    return counter == StreamLog.NOT_RECORDED
        ? Recording.NONE
        : () -> settle(log, counter, record.length);
  }

  private void settle(StreamLog log, long counter, int bytes) {
    log.counters().settle(counter);
    bound.grow(bytes);
  }

  private StreamName key(StreamName name) {
    return isShared ? name.seenFrom(SHARED) : name;
  }

  private static StreamName name(Table table, TableStream stream) {
    return new StreamName(table.namespace(), table.name(), stream.label());
  }
}
