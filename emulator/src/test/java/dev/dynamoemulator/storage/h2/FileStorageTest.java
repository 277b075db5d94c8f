package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageContractTest;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileStorageTest extends StorageContractTest {

  private static final byte[] KEY = {1};

  @TempDir Path directory;

  @Override
  protected Storage open() {
    return H2Storage.file(directory.resolve("data"), Durability.EVERY_COMMIT);
  }

  static List<Durability> durabilities() {
    return List.of(
        Durability.EVERY_COMMIT, Durability.EVERY_SYNC, Durability.window(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @MethodSource("durabilities")
  void holdsTheSameWhenOpenedAgain(Durability durability) {
    Path file = directory.resolve("other");
    try (H2Storage storage = H2Storage.file(file, durability)) {
      for (int i = 0; i < 300; i++) {
        storage.commit(new WriteBatch().put("a", number(i), number(i)).put("b", KEY, number(i)));
      }
      storage.commit(new WriteBatch().put("dropped", KEY, KEY).remove("a", number(7)));
      storage.drop("dropped");
    }

    try (H2Storage storage = H2Storage.file(file, durability)) {
      assertThat(storage.collections()).containsExactlyInAnyOrder("a", "b");
      assertThat(storage.count("a")).isEqualTo(299);
      assertThat(storage.get("a", number(8))).isEqualTo(number(8));
      assertThat(storage.get("b", KEY)).isEqualTo(number(299));
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void isDurableByItselfWhenTheWindowHasPassed() throws IOException {
    Path file = directory.resolve("other");
    try (H2Storage storage = H2Storage.file(file, Durability.window(Duration.ofMillis(20)))) {
      for (int round = 0; round < 3; round++) {
        storage.commit(new WriteBatch().put("a", KEY, number(round)));

        while (!holds(Files.readAllBytes(file), number(round))) {
          Thread.onSpinWait();
        }
      }
    }
  }

  /** Whether a copy of the file, as a crash would leave it, has the value under the key. */
  private boolean holds(byte[] image, byte[] value) throws IOException {
    Path copy = directory.resolve("copy");
    Files.write(copy, image);
    try (H2Storage storage = H2Storage.file(copy, Durability.EVERY_COMMIT)) {
      byte[] held = storage.get("a", KEY);
      return held != null && ByteBuffer.wrap(held).equals(ByteBuffer.wrap(value));
    } catch (StorageException e) {
      // Copied in the middle of a write.
      return false;
    }
  }

  @Test
  void aSnapshotIsReadableWhileTheSpaceOfOlderVersionsIsReused() throws IOException {
    Path file = directory.resolve("other");
    Random random = new Random(9);
    try (H2Storage storage = H2Storage.file(file, Durability.EVERY_COMMIT)) {
      overwrite(storage, random, 0);
      try (Snapshot snapshot = storage.snapshot()) {
        for (int round = 1; round <= 60; round++) {
          overwrite(storage, random, round);
        }

        EntryCursor cursor = snapshot.range("a", null, null, false);
        for (int i = 0; i < 1_000; i++) {
          assertThat(cursor.next()).isTrue();
          assertThat(ByteBuffer.wrap(cursor.value()).getInt()).isZero();
        }
      }
    }
  }

  @Test
  void theFileStaysWithinAFewTimesItsContent() throws IOException {
    Path file = directory.resolve("other");
    Random random = new Random(9);
    try (H2Storage storage = H2Storage.file(file, Durability.EVERY_COMMIT)) {
      for (int round = 0; round < 150; round++) {
        overwrite(storage, random, round);
      }
      assertThat(Files.size(file)).isLessThan(4_000_000);
    }
    assertThat(Files.size(file)).isLessThan(1_500_000);
  }

  /** Gives each of a thousand keys, some 500 KB together, a new value. */
  private static void overwrite(Storage storage, Random random, int round) {
    WriteBatch batch = new WriteBatch();
    for (int i = 0; i < 1_000; i++) {
      byte[] value = new byte[500];
      random.nextBytes(value);
      batch.put("a", number(i), ByteBuffer.wrap(value).putInt(round).array());
    }
    storage.commit(batch);
  }

  @Test
  void aSnapshotThatIsStillOpenDoesNotKeepTheStorageFromClosing() {
    H2Storage storage = H2Storage.file(directory.resolve("other"), Durability.EVERY_COMMIT);
    storage.commit(new WriteBatch().put("a", KEY, KEY));
    Snapshot snapshot = storage.snapshot();

    storage.close();

    snapshot.close();
    H2Storage.file(directory.resolve("other"), Durability.EVERY_COMMIT).close();
  }

  @Test
  void cannotBeSavedOrForked() {
    try (H2Storage storage = H2Storage.file(directory.resolve("o"), Durability.EVERY_COMMIT)) {
      Stream.<Runnable>of(storage::save, storage::fork)
          .forEach(
              call ->
                  assertThatThrownBy(call::run).isInstanceOf(UnsupportedOperationException.class));
    }
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }
}
