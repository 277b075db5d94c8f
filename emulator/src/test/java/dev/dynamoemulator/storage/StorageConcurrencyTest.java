package dev.dynamoemulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do when several threads use it; one subclass per store. */
public abstract class StorageConcurrencyTest {

  private static final int WRITERS = 3;
  private static final int READERS = 2;
  private static final int KEYS = 40;
  private static final int COMMITS = 400;
  private static final List<String> COLLECTIONS = List.of("a", "b");

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
  private Storage storage;

  protected abstract Storage open() throws Exception;

  @BeforeEach
  void openStorage() throws Exception {
    storage = open();
  }

  @AfterEach
  void closeStorage() {
    threads.shutdownNow();
    storage.close();
  }

  @Test
  void aSnapshotShowsAllOfABatchOrNothing() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    List<Callable<Long>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(() -> readUntil(written));
    }
    List<Callable<Long>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(() -> write(writer));
    }
    writeAll(0, 0);

    List<Future<Long>> reading = readers.stream().map(threads::submit).toList();
    for (Future<Long> writing : threads.invokeAll(writers)) {
      writing.get();
    }
    written.set(true);

    for (Future<Long> reads : reading) {
      assertThat(reads.get()).isPositive();
    }
  }

  /** Every batch puts its own number under all keys of both collections. */
  private long write(int writer) {
    for (int commit = 0; commit < COMMITS; commit++) {
      writeAll(writer, commit);
      assertThat(storage.get("a", key(0))).isNotNull();
    }
    return COMMITS;
  }

  private void writeAll(int writer, int commit) {
    WriteBatch batch = new WriteBatch();
    byte[] value = ByteBuffer.allocate(200).putInt(writer).putInt(commit).array();
    for (String collection : COLLECTIONS) {
      for (int key = 0; key < KEYS; key++) {
        batch.put(collection, key(key), value);
      }
    }
    storage.commit(batch);
  }

  private long readUntil(AtomicBoolean written) {
    long reads = 0;
    while (!written.get() || reads == 0) {
      try (Snapshot snapshot = storage.snapshot()) {
        byte[] expected = snapshot.get("a", key(0));
        for (String collection : COLLECTIONS) {
          EntryCursor cursor = snapshot.range(collection, null, null, reads % 2 == 0);
          int count = 0;
          while (cursor.next()) {
            assertThat(cursor.value()).isEqualTo(expected);
            count++;
          }
          assertThat(count).isEqualTo(KEYS);
        }
      }
      reads++;
    }
    return reads;
  }

  @Test
  void losesNoneOfTheBatchesThatAreCommittedAtOnce() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> writing = new ArrayList<>();
    for (int i = 0; i < WRITERS + READERS; i++) {
      int writer = i;
      writing.add(
          threads.submit(
              () -> {
                start.await();
                for (int number = 0; number < COMMITS; number++) {
                  byte[] key = ByteBuffer.allocate(8).putInt(writer).putInt(number).array();
                  storage.commit(new WriteBatch().put("a", key, key).put("n" + writer, key, key));
                  assertThat(storage.get("a", key)).isEqualTo(key);
                }
                return writer;
              }));
    }

    start.countDown();

    for (Future<Integer> writer : writing) {
      assertThat(storage.count("n" + writer.get())).isEqualTo(COMMITS);
    }
    assertThat(storage.count("a")).isEqualTo((long) COMMITS * writing.size());
  }

  @Test
  void commitsAndReadsInAnInterruptedThread() throws Exception {
    Future<Boolean> interrupted =
        threads.submit(
            () -> {
              Thread.currentThread().interrupt();
              writeAll(1, 1);
              assertThat(readUntil(new AtomicBoolean(true))).isPositive();
              return Thread.interrupted();
            });

    assertThat(interrupted.get()).isTrue();
    assertThat(storage.count("a")).isEqualTo(KEYS);
  }

  private static byte[] key(int number) {
    return ByteBuffer.allocate(4).putInt(number * 0x9E3779B9).array();
  }
}
