package dev.dynamoemulator;

import dev.dynamoemulator.change.ChangeLogs;
import dev.dynamoemulator.engine.Engine;
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
import dev.dynamoemulator.table.TransientDelays;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A store and everything that works on it. A reset does not change one: it puts another in its
 * place, with nothing in it that was kept in memory before, and leaves the requests that are still
 * being answered to the old one. Thread-safe.
 */
final class Database {

  private static final TransientDelays VISIBLE_DELAYS =
      new TransientDelays(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

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
    this.globalTables = GlobalTables.open(catalogue, storage, environment, settings.replication());
    this.engine =
        new Engine(
            storage,
            ChangeLogs.of(streams, globalTables.changeLog()),
            globalTables.mirrors(),
            settings.hold(),
            options.limits());
    engine.learnSizes(sizes);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue,
            storage,
            environment,
            engine.indexBuilder(),
            options.delaysTransientStatuses() ? VISIBLE_DELAYS : TransientDelays.NONE,
            options.limits());
    AutoScaling scaling = AutoScaling.open(catalogue, storage);
    ReplicaLifecycle replicas =
        new ReplicaLifecycle(globalTables, lifecycle, scaling, engine, storage, environment);
    replicas.resume();
    lifecycle.resume();
    globalTables.start(engine);
    ItemAccess items = new ItemAccess(catalogue, engine, settings.expressions(), options.limits());
    this.operations =
        Operations.all(
            catalogue,
            lifecycle,
            engine,
            items,
            streams,
            new GlobalAccess(catalogue, lifecycle, globalTables, replicas, scaling),
            environment);
    this.sweep =
        new TimeToLiveSweep(
            catalogue, engine, storage, environment, globalTables::expiresByItself);
    sweep.every(options.timeToLiveInterval());
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

  List<Operation> operations() {
    return operations;
  }

  /** Deletes what has expired by now; the number of items deleted. */
  long sweepExpiredItems() {
    return sweep.run();
  }

  /** The content between two writes. Takes constant time. */
  Content content() {
    return catalogue.whileStill(
        () -> {
          Map<String, Long> sizes = streams.knownSizes();
          sizes.putAll(engine.knownSizes());
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
