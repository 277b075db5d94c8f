package dev.dynamoemulator;

import dev.dynamoemulator.backup.BackupSettings;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.kinesis.KinesisSettings;
import dev.dynamoemulator.replication.ReplicationControl;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.table.TransientDelays;
import dev.dynamoemulator.transfer.TransferQuotas;
import dev.dynamoemulator.transfer.TransferSettings;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.FolderBuckets;
import dev.dynamoemulator.transfer.bucket.HttpBuckets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a database is opened with besides its store. Survives a reset.
 *
 * @param environment for what goes on across a reset
 * @param expressions parsed texts, which depend on no data
 * @param kinesis shared with forks, as are the connections to other APIs
 * @param buckets likewise
 */
record DatabaseSettings(
    EmulatorOptions options,
    AdjustableClock clock,
    Environment environment,
    TransactionHold hold,
    ReplicationControl replication,
    Faults faults,
    ExpressionCache expressions,
    KinesisSettings kinesis,
    Buckets buckets,
    TransientDelays delays) {

  static DatabaseSettings of(EmulatorOptions options, AdjustableClock clock, Ids ids) {
    InstantSource systemClock = Environment.systemClock();
    return of(options, clock, ids, kinesis(options, systemClock), buckets(options, systemClock));
  }

  /** Those of another emulator that goes on from here. */
  DatabaseSettings fork() {
    return of(options, clock.copy(), ids().copy(), kinesis, buckets);
  }

  private static DatabaseSettings of(
      EmulatorOptions options,
      AdjustableClock clock,
      Ids ids,
      KinesisSettings kinesis,
      Buckets buckets) {
    Environment environment = new Environment(clock, ids);
    TransactionHold hold = new TransactionHold(environment.scheduler());
    hold.holdFor(options.holdTransactions());
    ReplicationControl replication = new ReplicationControl();
    replication.lagBy(options.replicationLag());
    return new DatabaseSettings(
        options,
        clock,
        environment,
        hold,
        replication,
        new Faults(environment),
        new ExpressionCache(),
        kinesis,
        buckets,
        options.transientDelays());
  }

  /** For tables that are there from the start, and so were never in the making. */
  DatabaseSettings withoutDelays() {
    return new DatabaseSettings(
        options,
        clock,
        environment,
        hold,
        replication,
        faults,
        expressions,
        kinesis,
        buckets,
        TransientDelays.NONE);
  }

  /**
   * Without an endpoint or a directory of their own, records go beside the database file. In
   * memory, those that wait take no more than an eighth of it.
   */
  private static KinesisSettings kinesis(EmulatorOptions options, InstantSource systemClock) {
    KinesisSettings settings =
        options
            .kinesisEndpoint()
            .map(endpoint -> KinesisSettings.toApi(endpoint, options.credentials(), systemClock))
            .or(() -> kinesisDirectory(options).map(KinesisSettings::intoFiles))
            .orElseGet(KinesisSettings::intoMemory);
    return options.dbPath().isEmpty()
        ? settings.boundedTo(Runtime.getRuntime().maxMemory() / 8)
        : settings;
  }

  private static Optional<Path> kinesisDirectory(EmulatorOptions options) {
    return options
        .kinesisDirectory()
        .or(() -> options.dbPath().map(path -> path.resolve("kinesis")));
  }

  private static Buckets buckets(EmulatorOptions options, InstantSource systemClock) {
    return options
        .s3Endpoint()
        .<Buckets>map(
            endpoint ->
                new HttpBuckets(endpoint, options.credentials(), options.region(), systemClock))
        .orElseGet(() -> new FolderBuckets(s3Directory(options)));
  }

  /** Nothing is written there unless somebody makes the folder of a bucket. */
  private static Path s3Directory(EmulatorOptions options) {
    return options
        .s3Directory()
        .or(() -> options.dbPath().map(path -> path.resolve("s3")))
        .orElse(Path.of("s3"));
  }

  Ids ids() {
    return environment.ids();
  }

  StreamSettings streams() {
    StreamSettings settings =
        isInMemory() ? StreamSettings.boundedByMemory() : StreamSettings.unbounded();
    return settings.withShards(options.streamShards());
  }

  BackupSettings backups() {
    return isInMemory()
        ? BackupSettings.boundedByMemory(delays.create())
        : BackupSettings.unbounded(delays.create());
  }

  private boolean isInMemory() {
    return options.dbPath().isEmpty();
  }

  /** Holds nothing back and provokes nothing any more, until told again. */
  void release() {
    hold.switchOff();
    replication.resume();
    faults.clear();
  }

  /** The same, but goes on as the options say. */
  void reset() {
    release();
    hold.holdFor(options.holdTransactions());
    replication.lagBy(options.replicationLag());
  }

  TransferSettings transfers() {
    return new TransferSettings(buckets, delays.create(), TransferQuotas.DYNAMODB);
  }
}
