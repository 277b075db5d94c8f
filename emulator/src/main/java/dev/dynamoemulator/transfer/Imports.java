package dev.dynamoemulator.transfer;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Steps;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.transfer.bucket.StoredObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The imports of tables. A table is CREATING until its import is done; one that a crash interrupts
 * goes on where it was. Thread-safe.
 */
public final class Imports implements TableObserver {

  private static final Logger LOG = System.getLogger(Imports.class.getName());

  private final Jobs<Import> jobs;
  private final Environment environment;
  private final Engine engine;
  private final TableLifecycle lifecycle;
  private final Limits limits;
  private final TransferSettings settings;
  private final Map<String, ImportRun> runs = new ConcurrentHashMap<>();

  /** By the id of the table: what is to be stored with its next change. */
  private final Map<String, Import> changed = new ConcurrentHashMap<>();

  private Imports(
      Jobs<Import> jobs,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      Limits limits,
      TransferSettings settings) {
    this.jobs = jobs;
    this.environment = environment;
    this.engine = engine;
    this.lifecycle = lifecycle;
    this.limits = limits;
    this.settings = settings;
  }

  /** Opens the imports of a store and goes on with those that are not done. */
  static Imports open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      Limits limits,
      TransferSettings settings) {
    Jobs<Import> jobs = new Jobs<>("imports", storage, environment, catalogue.isShared());
    // No method reference, as with exports.
    jobs.load(value -> Import.decode(value));
    Imports imports = new Imports(jobs, environment, engine, lifecycle, limits, settings);
    catalogue.observe(imports);
    jobs.running().forEach(job -> imports.resume(job, catalogue));
    return imports;
  }

  private void resume(Import job, Catalogue catalogue) {
    for (Table table : catalogue.allTables()) {
      if (table.description().id().equals(job.table().id())) {
        begin(job, table);
        return;
      }
    }
    jobs.store(job.with(JobFailures.tableIsGone(job.progress(), now()), job.counts()));
  }

  /** Whether the table is being imported, so that nobody else makes it active. */
  public boolean isFilling(Table table) {
    return jobs.running().stream()
        .anyMatch(job -> job.table().id().equals(table.description().id()));
  }

  /**
   * The import that an earlier request of the same token began, or else a new one.
   *
   * @param start is to {@link #start} it
   * @throws DynamoDbException when that request said something else
   */
  public Import once(Namespace caller, ClientToken token, Supplier<Import> start) {
    return jobs.once(caller, token, TransferErrors::importConflict, start);
  }

  /**
   * Begins an import.
   *
   * @param creating the new table and its indexes in state CREATING
   * @return the import in progress
   * @throws DynamoDbException when the name is taken or a quota is exhausted
   */
  public Import start(Namespace caller, TableDescription creating, ImportRequest request) {
    if (jobs.runningOf(caller).size() >= settings.quotas().imports()) {
      throw TransferErrors.tooManyImports(settings.quotas().imports());
    }
    Import job =
        new Import(
            jobs.newId(),
            caller,
            creating,
            request,
            Progress.begun(now()),
            ImportCounts.NONE,
            ImportPosition.BEGINNING);
    changed.put(creating.id(), job);
    Table table;
    try {
      table =
          lifecycle.createToFill(
              caller, creating, namesake -> TableErrors.tableAlreadyExists(namesake.name()));
    } finally {
      changed.remove(creating.id());
    }
    jobs.show(job);
    begin(job, table);
    return job;
  }

  private void begin(Import job, Table table) {
    ImportRun run = new ImportRun(job, table, engine, jobs, settings.buckets(), limits.itemSize());
    runs.put(job.id(), run);
    new Steps(environment.scheduler(), steps -> step(run, steps)).schedule(settings.delay());
  }

  private void step(ImportRun run, Steps steps) {
    Import job = run.job();
    boolean isDone;
    try {
      run.open(objects -> checkQuotas(job, objects));
      isDone = run.step(runs.size() == 1);
    } catch (RuntimeException | LinkageError failure) {
      JobFailures.log(job, failure);
      Progress failed = JobFailures.of(job.progress(), now(), failure);
      end(run, failed, () -> lifecycle.abandon(run.table()));
      return;
    }
    LOG.log(Level.INFO, "Import {0}: {1}", job.id(), run.counts());
    if (isDone) {
      Progress progress =
          run.counts().errors() == 0
              ? job.progress().completed(now())
              : JobFailures.invalidItems(job.progress(), now());
      end(run, progress, () -> lifecycle.filled(run.table()));
    } else {
      jobs.show(run.present());
      steps.schedule(Duration.ZERO);
    }
  }

  /**
   * What an import consists of is known when its bucket has been listed.
   *
   * @throws DynamoDbException when that is too much
   */
  private void checkQuotas(Import job, List<StoredObject> objects) {
    TransferQuotas quotas = settings.quotas();
    if (objects.size() > quotas.objects()) {
      throw TransferErrors.tooManyObjects(quotas.objects());
    }
    long bytes = objects.stream().mapToLong(StoredObject::size).sum();
    for (Import other : jobs.runningOf(job.owner())) {
      ImportRun run = runs.get(other.id());
      bytes += run == null ? 0 : run.sourceBytes();
    }
    if (bytes > quotas.importedBytes(job.owner())) {
      throw TransferErrors.tooMuchToImport(quotas.importedBytes(job.owner()));
    }
  }

  /** The result is stored in one with what becomes of the table. */
  private void end(ImportRun run, Progress progress, Runnable change) {
    run.close();
    runs.remove(run.job().id());
    Import job = run.job().with(progress, run.counts());
    changed.put(job.table().id(), job);
    try {
      change.run();
    } finally {
      changed.remove(job.table().id());
    }
    jobs.show(job);
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    Import job = changed.get(table.description().id());
    if (job != null) {
      jobs.write(batch, job);
    }
  }

  /**
   * The import of that ARN.
   *
   * @throws DynamoDbException when the caller has no such import
   */
  public Import find(Namespace caller, String arn) {
    Import job = jobs.find(caller, arn);
    if (job == null) {
      throw TransferErrors.importNotFound(arn);
    }
    return job;
  }

  /** The caller's imports of the last 90 days, in the reverse order of their ARNs. */
  public List<Import> list(Namespace caller) {
    return jobs.list(caller);
  }

  private Instant now() {
    return environment.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Lets go of what runs; another process takes it up again. */
  void close() {
    runs.values().forEach(ImportRun::close);
  }
}
