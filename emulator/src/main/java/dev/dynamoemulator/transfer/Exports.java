package dev.dynamoemulator.transfer;

import dev.dynamoemulator.backup.BackupErrors;
import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.backup.PointInTime;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Steps;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableStatistics;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The exports of tables. One that a crash interrupts is done from its beginning. Thread-safe. */
public final class Exports {

  private static final Logger LOG = System.getLogger(Exports.class.getName());

  private final Jobs<Export> jobs;
  private final ContinuousBackups continuousBackups;
  private final TableStatistics statistics;
  private final Environment environment;
  private final TransferSettings settings;
  private final Map<String, ExportRun> runs = new ConcurrentHashMap<>();

  private Exports(
      Jobs<Export> jobs,
      ContinuousBackups continuousBackups,
      TableStatistics statistics,
      Environment environment,
      TransferSettings settings) {
    this.jobs = jobs;
    this.continuousBackups = continuousBackups;
    this.statistics = statistics;
    this.environment = environment;
    this.settings = settings;
  }

  /** Opens the exports of a store and goes on with those that are not done. */
  static Exports open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      ContinuousBackups continuousBackups,
      TableStatistics statistics,
      TransferSettings settings) {
    Jobs<Export> jobs = new Jobs<>("exports", storage, environment, catalogue.isShared());
    // No method reference, which would load what exports need although there are none.
    jobs.load(value -> Export.decode(value));
    Exports exports = new Exports(jobs, continuousBackups, statistics, environment, settings);
    jobs.running().forEach(export -> exports.resume(export, catalogue));
    return exports;
  }

  private void resume(Export export, Catalogue catalogue) {
    for (Table table : catalogue.allTables()) {
      PointInTime past =
          table.description().id().equals(export.tableId())
              ? continuousBackups.pointInTime(table)
              : null;
      if (past != null) {
        begin(new ExportRun(export, past, sizeBytes(table), settings.buckets()));
        return;
      }
    }
    jobs.store(export.failed(JobFailures.sourceIsGone(export.progress(), now())));
  }

  /**
   * The export that an earlier request of the same token began, or else a new one.
   *
   * @param start is to {@link #start} it
   * @throws DynamoDbException when that request said something else
   */
  public Export once(Namespace caller, ClientToken token, Supplier<Export> start) {
    return jobs.once(caller, token, TransferErrors::exportConflict, start);
  }

  /**
   * Begins an export.
   *
   * @return the export in progress
   * @throws DynamoDbException when the table's past does not reach there, or a quota is exhausted
   */
  public Export start(Namespace caller, Table table, ExportRequest request) {
    PointInTime past = continuousBackups.pointInTime(table);
    if (past == null) {
      throw BackupErrors.recoveryNotEnabled(table.name());
    }
    Export export;
    try {
      request.window().checkReach(past.recovery(), now());
      checkQuotas(caller, table);
      export =
          new Export(
              jobs.newId(),
              caller,
              table.name(),
              table.description().id(),
              request,
              Progress.begun(now()),
              null,
              0,
              0);
      jobs.store(export);
    } catch (DynamoDbException refused) {
      past.close();
      throw refused;
    }
    begin(new ExportRun(export, past, sizeBytes(table), settings.buckets()));
    return export;
  }

  private void checkQuotas(Namespace caller, Table table) {
    TransferQuotas quotas = settings.quotas();
    List<Export> running = jobs.runningOf(caller);
    if (running.size() >= quotas.exports()) {
      throw TransferErrors.tooManyExports(quotas.exports());
    }
    long bytes = sizeBytes(table);
    for (Export export : running) {
      ExportRun run = runs.get(export.id());
      bytes += run == null ? 0 : run.tableBytes();
    }
    if (bytes > quotas.exportedBytes()) {
      throw TransferErrors.tooMuchToExport(quotas.exportedBytes());
    }
  }

  private long sizeBytes(Table table) {
    return statistics.sizeBytes(table.schema().collection());
  }

  private void begin(ExportRun run) {
    runs.put(run.export().id(), run);
    new Steps(environment.scheduler(), steps -> step(run, steps)).schedule(settings.delay());
  }

  private void step(ExportRun run, Steps steps) {
    Export export = run.export();
    boolean isDone;
    try {
      isDone = run.step();
      if (isDone) {
        end(run, run.complete(now()));
      }
    } catch (IOException | RuntimeException | LinkageError failure) {
      JobFailures.log(export, failure);
      end(run, export.failed(JobFailures.of(export.progress(), now(), failure)));
      return;
    }
    LOG.log(Level.INFO, "Export {0}: {1} items written", export.id(), run.items());
    if (!isDone) {
      steps.schedule(Duration.ZERO);
    }
  }

  private void end(ExportRun run, Export result) {
    jobs.store(result);
    runs.remove(result.id());
    run.close();
  }

  /**
   * The export of that ARN.
   *
   * @throws DynamoDbException when the caller has no such export
   */
  public Export export(Namespace caller, String arn) {
    Export export = jobs.find(caller, arn);
    if (export == null) {
      throw TransferErrors.exportNotFound(arn);
    }
    return export;
  }

  /** The caller's exports of the last 90 days, in the reverse order of their ARNs. */
  public List<Export> list(Namespace caller) {
    return jobs.list(caller);
  }

  private Instant now() {
    return environment.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Lets go of what runs; another process takes it up again. */
  void close() {
    runs.values().forEach(ExportRun::close);
  }
}
