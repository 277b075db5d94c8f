package dev.dynamoemulator;

import dev.dynamoemulator.backup.BackupParts;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ChangeLogs;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TimeToLiveSweep;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.operation.global.GlobalAccess;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.GlobalTables;
import dev.dynamoemulator.replication.ReplicaLifecycle;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.throughput.Throughput;
import dev.dynamoemulator.traffic.Traffic;
import dev.dynamoemulator.transfer.TransferParts;
import java.util.Map;

/**
 * What works on one store, to be handed on together. Each part is opened upon those before it; what
 * was under way goes on when all are there.
 */
final class DatabaseParts {

  final Environment environment;
  final Catalogue catalogue;
  final Streams streams;
  final ResourcePolicies policies;
  final ContributorInsights insights;
  final KinesisDestinations destinations;
  final ContinuousBackups continuousBackups;
  final GlobalTables globalTables;
  final Engine engine;
  final TableLifecycle lifecycle;
  final BackupParts backups;
  final TransferParts transfers;
  final GlobalAccess global;
  final ItemAccess items;
  final IdempotencyTokens tokens;
  final TimeToLiveSweep sweep;

  private final DatabaseSettings settings;
  private final H2Storage storage;

  /**
   * @param sizes those known already of tables and streams; the others are counted
   */
  DatabaseParts(
      DatabaseSettings settings,
      Environment environment,
      H2Storage storage,
      Map<String, Long> sizes) {
    this.settings = settings;
    this.environment = environment;
    this.storage = storage;
    this.catalogue = Catalogue.open(storage, settings.options().isSharedDb());
    this.streams = Streams.open(catalogue, storage, environment, settings.streams(), sizes);
    this.policies = ResourcePolicies.open(catalogue, storage, environment, settings.delays());
    this.insights =
        ContributorInsights.open(catalogue, storage, environment, settings.delays(), throughput());
    this.destinations =
        KinesisDestinations.open(
            catalogue, storage, environment, settings.delays(), settings.kinesis());
    this.continuousBackups =
        ContinuousBackups.open(catalogue, storage, environment, settings.backups(), sizes);
    this.globalTables = GlobalTables.open(catalogue, storage, environment, settings.replication());
    this.engine = engine();
    engine.learnSizes(sizes);
    engine.follow(catalogue);
    this.lifecycle = lifecycle();
    this.backups = backups();
    this.transfers = transfers();
    this.global = global();
    this.items = items();
    this.tokens = IdempotencyTokens.open(storage, environment.clock());
    this.sweep =
        new TimeToLiveSweep(catalogue, engine, storage, environment, globalTables::expiresByItself);
    resume();
  }

  private Traffic throughput() {
    return settings.options().enforcesThroughput()
        ? Throughput.enforce(catalogue, environment.clock())
        : Traffic.NONE;
  }

  private Engine engine() {
    ChangeLog changes =
        ChangeLogs.of(
            streams, continuousBackups.changeLog(), destinations, globalTables.changeLog());
    return new Engine(
        storage,
        changes,
        globalTables.mirrors(),
        insights,
        settings.hold(),
        settings.options().limits());
  }

  private TableLifecycle lifecycle() {
    return new TableLifecycle(
        catalogue,
        storage,
        environment,
        engine.indexBuilder(),
        settings.delays(),
        settings.options().limits());
  }

  private BackupParts backups() {
    return BackupParts.open(
        catalogue, storage, environment, engine, lifecycle, continuousBackups, settings.backups());
  }

  private TransferParts transfers() {
    return TransferParts.open(
        catalogue,
        storage,
        environment,
        engine,
        lifecycle,
        continuousBackups,
        settings.options().limits(),
        settings.transfers());
  }

  private GlobalAccess global() {
    AutoScaling scaling = AutoScaling.open(catalogue, storage);
    ReplicaLifecycle replicas =
        new ReplicaLifecycle(
            globalTables,
            lifecycle,
            scaling,
            engine,
            storage,
            environment,
            settings.delays().create());
    return new GlobalAccess(catalogue, lifecycle, globalTables, replicas, scaling);
  }

  private ItemAccess items() {
    return new ItemAccess(
        catalogue, engine, settings.expressions(), settings.options().limits(), settings.faults());
  }

  private void resume() {
    global.replicas().resume();
    lifecycle.resume(
        table ->
            backups.restores().isFilling(table)
                || transfers.imports().isFilling(table)
                || global.replicas().isFilling(table));
    globalTables.start(engine);
    sweep.every(settings.options().timeToLiveInterval());
  }
}
