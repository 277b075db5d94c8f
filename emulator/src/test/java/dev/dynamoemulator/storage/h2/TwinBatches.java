package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Batches of which can be told whether they are in a store as a whole: each puts the same entries
 * into two collections. Most are small.
 */
final class TwinBatches {

  static final String LEFT = "left";
  static final String RIGHT = "right";

  /** The number of a batch of 30 MB, more than MVStore leaves unsaved unless it is told to. */
  static final long HUGE = 999;

  private static final int ENTRIES = 5;

  private TwinBatches() {}

  static WriteBatch batch(long number) {
    WriteBatch batch = new WriteBatch();
    byte[] value = value(number);
    for (String collection : new String[] {LEFT, RIGHT}) {
      for (int entry = 0; entry < ENTRIES; entry++) {
        batch.put(collection, key(number, entry), value);
      }
    }
    return batch;
  }

  /** Scattered, so that batches touch several pages. */
  private static byte[] key(long number, int entry) {
    return ByteBuffer.allocate(16)
        .putInt((int) (number * 31 + entry) * 0x9E3779B9)
        .putLong(number)
        .putInt(entry)
        .array();
  }

  private static byte[] value(long number) {
    Random random = new Random(number);
    byte[] value = new byte[length(number, random)];
    random.nextBytes(value);
    return value;
  }

  private static int length(long number, Random random) {
    if (number == HUGE) {
      return 3_000_000;
    }
    return number % 50 == 0 ? 100_000 : random.nextInt(600);
  }

  /** Fails unless the store holds whole batches only, among them all of the acknowledged. */
  static void assertWhole(Storage storage, Set<Long> acknowledged) {
    Map<Long, Integer> entries = new HashMap<>();
    try (Snapshot snapshot = storage.snapshot()) {
      for (String collection : new String[] {LEFT, RIGHT}) {
        EntryCursor cursor = snapshot.range(collection, null, null, false);
        while (cursor.next()) {
          long number = ByteBuffer.wrap(cursor.key()).getLong(4);
          assertThat(Arrays.equals(cursor.value(), value(number))).isTrue();
          entries.merge(number, 1, Integer::sum);
        }
      }
    }
    assertThat(entries.values()).allMatch(count -> count == 2 * ENTRIES);
    assertThat(entries.keySet()).containsAll(acknowledged);
  }
}
