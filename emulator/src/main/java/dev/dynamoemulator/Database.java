package dev.dynamoemulator;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.storage.h2.Savepoint;
import dev.dynamoemulator.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** The content at one moment, with what would take long to find out about it. */
  record Content(Savepoint savepoint, Map<String, Long> sizes) {}

  private final H2Storage storage;
  private final DatabaseParts parts;
  private final Map<String, Operation> operations;

  private Database(H2Storage storage, DatabaseParts parts) {
    this.storage = storage;
    this.parts = parts;
    this.operations = Operations.all(parts);
  }

  /**
   * Opens the store that the options ask for.
   *
   * @throws UncheckedIOException when its file cannot be used; the message says why
   */
  static Database open(DatabaseSettings settings) {
    try {
      return open(settings, DatabaseStorage.open(settings.options()));
    } catch (StorageException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  /** Opens what the store holds. */
  static Database open(DatabaseSettings settings, H2Storage storage) {
    return open(settings, storage, Map.of());
  }

  /** Opens a content. Takes a time that depends on the number of tables only. */
  static Database open(DatabaseSettings settings, H2Storage storage, Content content) {
    return open(settings, storage, content.sizes());
  }

  private static Database open(
      DatabaseSettings settings, H2Storage storage, Map<String, Long> sizes) {
    Environment environment = new Environment(settings.clock(), settings.ids());
    try {
      return new Database(storage, new DatabaseParts(settings, environment, storage, sizes));
    } catch (RuntimeException unreadable) {
      environment.close();
      storage.close();
      throw unreadable;
    }
  }

  /** By their names. */
  Map<String, Operation> operations() {
    return operations;
  }

  /** Another with the same content, in place of this one, which is closed. */
  Database reopened(DatabaseSettings settings) {
    if (settings.options().dbPath().isPresent()) {
      close();
      return open(settings);
    }
    Content content = content();
    H2Storage copy = storageOf(content);
    close();
    return open(settings, copy, content);
  }

  /** Deletes what has expired by now; the number of items deleted. */
  long sweepExpiredItems() {
    return parts.sweep.run();
  }

  void rollStream(String arn, int childrenOfEach) {
    parts.streams.roll(arn, childrenOfEach);
  }

  List<String> kinesisRecords(String streamArn) {
    return parts.destinations.recordsInMemory(streamArn);
  }

  /** What {@link Emulator#contributors} says. */
  Optional<ContributorReport> contributors(
      Namespace owner, String tableName, String indexName, Duration window) {
    Table table = parts.catalogue.find(owner, tableName);
    boolean exists =
        table != null && (indexName == null || table.description().globalIndex(indexName) != null);
    return !exists
        ? Optional.empty()
        : parts.insights.report(InsightTarget.of(table, indexName), window, CONTRIBUTORS);
  }

  /** The content between two writes. Takes constant time. */
  Content content() {
    return parts.catalogue.whileStill(
        () -> {
          Map<String, Long> sizes = parts.streams.knownSizes();
          sizes.putAll(parts.engine.knownSizes());
          sizes.putAll(parts.continuousBackups.knownSizes());
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
    parts.globalTables.stop();
    parts.destinations.close();
    parts.environment.scheduler().stop();
    parts.transfers.close();
  }

  void close() {
    parts.globalTables.stop();
    parts.destinations.close();
    parts.environment.close();
    parts.transfers.close();
    storage.close();
  }
}
