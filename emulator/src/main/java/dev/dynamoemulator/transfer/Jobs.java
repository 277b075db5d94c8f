package dev.dynamoemulator.transfer;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The jobs of one kind, in memory and in storage. Thread-safe. */
final class Jobs<T extends Job> {

  /** How long the service lists jobs. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration FORGETTING_INTERVAL = Duration.ofDays(1);

  /** How long a client token is known. */
  private static final Duration TOKEN_WINDOW = Duration.ofHours(8);

  private final String collection;
  private final Storage storage;
  private final Environment environment;
  private final boolean isShared;
  private final TreeMap<String, T> jobs = new TreeMap<>();

  /** Taken before every other lock. */
  private final Object beginning = new Object();

  /**
   * @param isShared whether all accounts and regions see the same jobs
   */
  Jobs(String collection, Storage storage, Environment environment, boolean isShared) {
    this.collection = collection;
    this.storage = storage;
    this.environment = environment;
    this.isShared = isShared;
  }

  void load(Function<byte[], T> decoder) {
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(collection, null, null, false);
      while (entries.next()) {
        T job = decoder.apply(entries.value());
        jobs.put(job.id(), job);
      }
    }
    environment.scheduler().repeat(FORGETTING_INTERVAL, this::forgetOld);
  }

  synchronized String newId() {
    return environment.ids().dated(environment.now(), jobs::containsKey);
  }

  /** Adds a job, or replaces it by what has become of it. */
  void store(T job) {
    WriteBatch batch = new WriteBatch();
    write(batch, job);
    storage.commit(batch);
    show(job);
  }

  /** Has the job stored when the caller commits the batch, who shows it then. */
  void write(WriteBatch batch, T job) {
    batch.put(collection, key(job), job.encode());
  }

  /** Replaces a job by what has become of it, for those who ask; not in storage. */
  synchronized void show(T job) {
    jobs.put(job.id(), job);
  }

  synchronized List<T> running() {
    return jobs.values().stream().filter(job -> job.progress().isRunning()).toList();
  }

  /** Those that count against the caller's quotas. */
  List<T> runningOf(Namespace caller) {
    return running().stream().filter(job -> isVisible(job, caller)).toList();
  }

  /** The job of that ARN; null when the caller has none. */
  synchronized T find(Namespace caller, String arn) {
    T job = jobs.get(arn.substring(arn.lastIndexOf('/') + 1));
    return job != null && isVisible(job, caller) && job.arn(caller).equals(arn) ? job : null;
  }

  /**
   * The job that an earlier request of the same token began, or else a new one. They begin one
   * after the other, so that two requests of one token begin one job.
   *
   * @param mismatch what to answer when that request said something else
   */
  T once(
      Namespace caller,
      ClientToken token,
      Function<String, DynamoDbException> mismatch,
      Supplier<T> start) {
    synchronized (beginning) {
      T begun = begunWith(caller, token, mismatch);
      return begun == null ? start.get() : begun;
    }
  }

  private synchronized T begunWith(
      Namespace caller, ClientToken token, Function<String, DynamoDbException> mismatch) {
    if (token.text() == null) {
      return null;
    }
    Instant oldest = environment.now().minus(TOKEN_WINDOW);
    for (T job : jobs.descendingMap().values()) {
      if (token.text().equals(job.token().text())
          && job.owner().equals(caller)
          && job.progress().start().isAfter(oldest)) {
        if (job.token().content() != token.content()) {
          throw mismatch.apply(token.text());
        }
        return job;
      }
    }
    return null;
  }

  /** The caller's jobs, in the reverse order of their ARNs. */
  synchronized List<T> list(Namespace caller) {
    Instant oldest = environment.now().minus(KEPT);
    return jobs.values().stream()
        .filter(job -> isVisible(job, caller) && !job.progress().start().isBefore(oldest))
        .sorted(Comparator.comparing((T job) -> job.arn(caller)).reversed())
        .toList();
  }

  private boolean isVisible(T job, Namespace caller) {
    return isShared || job.owner().equals(caller);
  }

  private synchronized void forgetOld() {
    Instant oldest = environment.now().minus(KEPT);
    WriteBatch batch = new WriteBatch();
    for (T job : List.copyOf(jobs.values())) {
      if (!job.progress().isRunning() && job.progress().start().isBefore(oldest)) {
        batch.remove(collection, key(job));
        jobs.remove(job.id());
      }
    }
    if (!batch.isEmpty()) {
      storage.commit(batch);
    }
  }

  private byte[] key(T job) {
    return job.id().getBytes(StandardCharsets.US_ASCII);
  }
}
