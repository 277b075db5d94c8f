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
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.kinesis.KinesisSettings;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.global.GlobalAccess;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.GlobalTables;
import dev.dynamoemulator.replication.ReplicaLifecycle;
import dev.dynamoemulator.replication.ReplicationControl;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.storage.h2.Savepoint;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import dev.dynamoemulator.throughput.Throughput;
import dev.dynamoemulator.traffic.Traffic;
import dev.dynamoemulator.transfer.TransferParts;
import dev.dynamoemulator.transfer.TransferSettings;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.FolderBuckets;
import dev.dynamoemulator.transfer.bucket.HttpBuckets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store and everything that works on it. A reset does not change one: it puts another in its
 * place, with nothing in it that was kept in memory before, and leaves the requests that are still
 * being answered to the old one. Thread-safe.
 */
final class Database {

  /** As many as the service's graphs show. */
  private static final int CONTRIBUTORS = 25;

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
      Faults faults,
      ExpressionCache expressions) {

    static Settings of(EmulatorOptions options, AdjustableClock clock, Ids ids) {
      Environment environment = new Environment(clock, ids);
      TransactionHold hold = new TransactionHold(environment.scheduler());
      hold.holdFor(options.holdTransactions());
      ReplicationControl replication = new ReplicationControl();
      replication.lagBy(options.replicationLag());
      return new Settings(
          options,
          clock,
          environment,
          hold,
          replication,
          new Faults(environment),
          new ExpressionCache());
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
  private final ContributorInsights insights;
  private final KinesisDestinations destinations;
  private final ContinuousBackups continuousBackups;
  private final GlobalTables globalTables;
  private final Engine engine;
  private final TransferParts transfers;
  private final TimeToLiveSweep sweep;
  private final List<Operation> operations;

  private Database(Settings settings, H2Storage storage, Map<String, Long> sizes) {
    EmulatorOptions options = settings.options();
    this.storage = storage;
    this.environment = new Environment(settings.clock(), settings.ids());
    this.catalogue = Catalogue.open(storage, options.isSharedDb());
    this.streams = Streams.open(catalogue, storage, environment, streamSettings(options), sizes);
    TransientDelays delays = options.transientDelays();
    ResourcePolicies policies = ResourcePolicies.open(catalogue, storage, environment, delays);
    this.insights =
        ContributorInsights.open(catalogue, storage, environment, delays, throughput(options));
    this.destinations =
        KinesisDestinations.open(catalogue, storage, environment, delays, kinesisSettings(options));
    BackupSettings backupSettings = backupSettings(options);
    this.continuousBackups =
        ContinuousBackups.open(catalogue, storage, environment, backupSettings, sizes);
    this.globalTables = GlobalTables.open(catalogue, storage, environment, settings.replication());
    ChangeLog changes =
        ChangeLogs.of(
            streams, continuousBackups.changeLog(), destinations, globalTables.changeLog());
    this.engine =
        new Engine(
            storage, changes, globalTables.mirrors(), insights, settings.hold(), options.limits());
    engine.learnSizes(sizes);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue, storage, environment, engine.indexBuilder(), delays, options.limits());
    BackupParts backups =
        BackupParts.open(
            catalogue, storage, environment, engine, lifecycle, continuousBackups, backupSettings);
    this.transfers =
        TransferParts.open(
            catalogue,
            storage,
            environment,
            engine,
            lifecycle,
            continuousBackups,
            options.limits(),
            transferSettings(options));
    GlobalAccess global = global(lifecycle, options.transientDelays().create());
    lifecycle.resume(
        table ->
            backups.restores().isFilling(table)
                || global.replicas().isFilling(table)
                || transfers.imports().isFilling(table));
    globalTables.start(engine);
    ItemAccess items =
        new ItemAccess(
            catalogue, engine, settings.expressions(), options.limits(), settings.faults());
    IdempotencyTokens tokens = IdempotencyTokens.open(storage, environment.clock());
    this.operations =
        Operations.all(
            catalogue,
            lifecycle,
            engine,
            items,
            streams,
            tokens,
            policies,
            insights,
            destinations,
            backups,
            transfers,
            global,
            environment);
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

  /** Without an endpoint or a directory of their own, records go beside the database file. */
  private static KinesisSettings kinesisSettings(EmulatorOptions options) {
    Path directory =
        options
            .kinesisDirectory()
            .or(() -> options.dbPath().map(path -> path.resolve("kinesis")))
            .orElse(null);
    return new KinesisSettings(options.kinesisEndpoint().orElse(null), directory);
  }

  private Traffic throughput(EmulatorOptions options) {
    return options.enforcesThroughput()
        ? Throughput.enforce(catalogue, environment.clock())
        : Traffic.NONE;
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

  private TransferSettings transferSettings(EmulatorOptions options) {
    Buckets buckets =
        options
            .s3Endpoint()
            .<Buckets>map(endpoint -> new HttpBuckets(endpoint, environment.clock()))
            .orElseGet(() -> new FolderBuckets(s3Directory(options)));
    return new TransferSettings(buckets, options.transientDelays().create());
  }

  /** Nothing is written there unless somebody makes the folder of a bucket. */
  private static Path s3Directory(EmulatorOptions options) {
    return options
        .s3Directory()
        .or(() -> options.dbPath().map(path -> path.resolve("s3")))
        .orElse(Path.of("s3"));
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

  List<String> kinesisRecords(String streamArn) {
    return destinations.recordsInMemory(streamArn);
  }

  /** What {@link Emulator#contributors} says. */
  Optional<ContributorReport> contributors(
      Namespace owner, String tableName, String indexName, Duration window) {
    Table table = catalogue.find(owner, tableName);
    boolean exists =
        table != null && (indexName == null || table.description().globalIndex(indexName) != null);
    return !exists
        ? Optional.empty()
        : insights.report(InsightTarget.of(table, indexName), window, CONTRIBUTORS);
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
    destinations.close();
    environment.scheduler().stop();
    transfers.close();
  }

  void close() {
    globalTables.stop();
    destinations.close();
    environment.close();
    transfers.close();
    storage.close();
  }
}
