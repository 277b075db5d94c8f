package dev.dynamoemulator;

import dev.dynamoemulator.backup.BackupParts;
import dev.dynamoemulator.backup.BackupSettings;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ChangeLogs;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TimeToLiveSweep;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.global.GlobalAccess;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.replication.GlobalTables;
import dev.dynamoemulator.replication.ReplicaLifecycle;
import dev.dynamoemulator.replication.ReplicationControl;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.storage.h2.Savepoint;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A store and everything that works on it. A reset does not change one: it puts another in its
 * place, with nothing in it that was kept in memory before, and leaves the requests that are still
 * being answered to the old one. Thread-safe.
 */
final class Database {

  /**
   * What a database is opened with besides its store. Survives a reset.
   *
   * @param environment for what goes on across a reset
   * @param expressions parsed texts, which depend on no data
   */
  record Settings(
      EmulatorOptions options,
      AdjustableClock clock,
      Environment environment,
      TransactionHold hold,
      ReplicationControl replication,
      ExpressionCache expressions) {

    static Settings of(EmulatorOptions options, AdjustableClock clock, Ids ids) {
      Environment environment = new Environment(clock, ids);
      TransactionHold hold = new TransactionHold(environment.scheduler());
      hold.holdFor(options.holdTransactions());
      ReplicationControl replication = new ReplicationControl();
      replication.lagBy(options.replicationLag());
      return new Settings(options, clock, environment, hold, replication, new ExpressionCache());
    }

    Ids ids() {
      return environment.ids();
    }

    /** Lets held transactions end, and holds later ones as the options say. */
    void resetHold() {
      hold.switchOff();
      hold.holdFor(options.holdTransactions());
    }

    /** Has replication go on, with the lag that the options say. */
    void resetReplication() {
      replication.resume();
      replication.lagBy(options.replicationLag());
    }
  }

  /** The content at one moment, with what would take long to find out about it. */
  record Content(Savepoint savepoint, Map<String, Long> sizes) {}

  private final H2Storage storage;
  private final Environment environment;
  private final Catalogue catalogue;
  private final Streams streams;
  private final ContinuousBackups continuousBackups;
  private final GlobalTables globalTables;
  private final Engine engine;
  private final TimeToLiveSweep sweep;
  private final List<Operation> operations;

  private Database(Settings settings, H2Storage storage, Map<String, Long> sizes) {
    EmulatorOptions options = settings.options();
    this.storage = storage;
    this.environment = new Environment(settings.clock(), settings.ids());
    this.catalogue = Catalogue.open(storage, options.isSharedDb());
    this.streams = Streams.open(catalogue, storage, environment, streamSettings(options), sizes);
    BackupSettings backupSettings = backupSettings(options);
    this.continuousBackups =
        ContinuousBackups.open(catalogue, storage, environment, backupSettings, sizes);
    this.globalTables = GlobalTables.open(catalogue, storage, environment, settings.replication());
    ChangeLog changes =
        ChangeLogs.of(streams, continuousBackups.changeLog(), globalTables.changeLog());
    this.engine =
        new Engine(storage, changes, globalTables.mirrors(), settings.hold(), options.limits());
    engine.learnSizes(sizes);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue,
            storage,
            environment,
            engine.indexBuilder(),
            options.transientDelays(),
            options.limits());
    BackupParts backups =
        BackupParts.open(
            catalogue, storage, environment, engine, lifecycle, continuousBackups, backupSettings);
    GlobalAccess global = global(lifecycle, options.transientDelays().create());
    lifecycle.resume(
        table -> backups.restores().isFilling(table) || global.replicas().isFilling(table));
    globalTables.start(engine);
    ItemAccess items = new ItemAccess(catalogue, engine, settings.expressions(), options.limits());
    IdempotencyTokens tokens = IdempotencyTokens.open(storage, environment.clock());
    this.operations =
        Operations.all(
            catalogue, lifecycle, engine, items, streams, tokens, backups, global, environment);
    this.sweep =
        new TimeToLiveSweep(catalogue, engine, storage, environment, globalTables::expiresByItself);
    sweep.every(options.timeToLiveInterval());
  }

  private GlobalAccess global(TableLifecycle lifecycle, Duration creation) {
    AutoScaling scaling = AutoScaling.open(catalogue, storage);
    ReplicaLifecycle replicas =
        new ReplicaLifecycle(
            globalTables, lifecycle, scaling, engine, storage, environment, creation);
    replicas.resume();
    return new GlobalAccess(catalogue, lifecycle, globalTables, replicas, scaling);
  }

  /** Opens what the store holds. */
  static Database open(Settings settings, H2Storage storage) {
    return new Database(settings, storage, Map.of());
  }

  /** Opens a content. Takes a time that depends on the number of tables only. */
  static Database open(Settings settings, H2Storage storage, Content content) {
    return new Database(settings, storage, content.sizes());
  }

  private static StreamSettings streamSettings(EmulatorOptions options) {
    StreamSettings settings =
        options.dbPath().isEmpty() ? StreamSettings.boundedByMemory() : StreamSettings.unbounded();
    return settings.withShards(options.streamShards());
  }

  private static BackupSettings backupSettings(EmulatorOptions options) {
    Duration delay = options.transientDelays().create();
    return options.dbPath().isEmpty()
        ? BackupSettings.boundedByMemory(delay)
        : BackupSettings.unbounded(delay);
  }

  List<Operation> operations() {
    return operations;
  }

  /** Deletes what has expired by now; the number of items deleted. */
  long sweepExpiredItems() {
    return sweep.run();
  }

  void rollStream(String arn, int childrenOfEach) {
    streams.roll(arn, childrenOfEach);
  }

  /** The content between two writes. Takes constant time. */
  Content content() {
    return catalogue.whileStill(
        () -> {
          Map<String, Long> sizes = streams.knownSizes();
          sizes.putAll(engine.knownSizes());
          sizes.putAll(continuousBackups.knownSizes());
          return new Content(storage.save(), sizes);
        });
  }

  /**
   * A store with that content.
   *
   * @throws IllegalArgumentException when it is the content of a database that is no relative
   */
  H2Storage storageOf(Content content) {
    H2Storage fork = storage.fork();
    fork.restore(content.savepoint());
    return fork;
  }

  /** Starts nothing any more, since another database has taken the place of this one. */
  void retire() {
    globalTables.stop();
    environment.scheduler().stop();
  }

  void close() {
    globalTables.stop();
    environment.close();
    storage.close();
  }
}
