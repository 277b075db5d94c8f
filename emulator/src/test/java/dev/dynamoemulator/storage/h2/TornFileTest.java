package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file holds that was copied at some moment, as a crash at that moment would leave it. */
class TornFileTest {

  private static final int BLOCK = 4096;

  @TempDir Path directory;

  private final Random random = new Random(5);

  @Test
  void holdsTheLastCommitAtAnyMomentBetweenTwo() throws IOException {
    try (H2Storage storage = open("data")) {
      for (int round = 0; round < 60; round++) {
        storage.commit(randomBatch());
        if (round % 30 == 29) {
          storage.drop("a");
        }

        assertThat(content(image())).isEqualTo(content(storage));
      }
    }
  }

  /** Blocks reach the file in order when it is the process that ends. */
  @Test
  void holdsAllOrNothingOfACommitThatWasCutShort() throws IOException {
    try (H2Storage storage = open("data")) {
      for (int round = 0; round < 60; round++) {
        byte[] before = image();
        storage.commit(randomBatch());
        byte[] after = image();
        List<Integer> changed = changedBlocks(before, after);
        int written = random.nextInt(changed.size() + 1);

        byte[] torn = merge(before, after, changed.subList(0, written));

        assertThat(content(torn)).isIn(content(before), content(after));
      }
    }
  }

  /** Blocks reach the disk in any order when the power fails. */
  @Test
  void holdsAllOrNothingOfASyncThatWasCutShort() throws IOException {
    try (H2Storage storage = open("data")) {
      for (int round = 0; round < 60; round++) {
        byte[] before = image();
        storage.commit(randomBatch());
        byte[] after = image();
        List<Integer> changed = changedBlocks(before, after);
        Collections.shuffle(changed, random);
        int written = random.nextInt(changed.size() + 1);

        byte[] torn = merge(before, after, changed.subList(0, written));

        assertThat(content(torn)).isIn(content(before), content(after));
      }
    }
  }

  private WriteBatch randomBatch() {
    WriteBatch batch = new WriteBatch();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      byte[] key = BigInteger.valueOf(random.nextInt(500)).toByteArray();
      byte[] value = new byte[random.nextInt(400)];
      random.nextBytes(value);
      String collection = random.nextBoolean() ? "a" : "b";
      if (random.nextInt(4) == 0) {
        batch.remove(collection, key);
      } else {
        batch.put(collection, key, value);
      }
    }
    return batch;
  }

  private H2Storage open(String name) {
    return H2Storage.file(directory.resolve(name), Durability.EVERY_COMMIT);
  }

  private byte[] image() throws IOException {
    return Files.readAllBytes(directory.resolve("data"));
  }

  private Map<String, String> content(byte[] image) throws IOException {
    Files.write(directory.resolve("copy"), image);
    try (H2Storage storage = open("copy")) {
      return content(storage);
    }
  }

  private static Map<String, String> content(Storage storage) {
    Map<String, String> content = new TreeMap<>();
    try (Snapshot snapshot = storage.snapshot()) {
      for (String collection : storage.collections()) {
        EntryCursor cursor = snapshot.range(collection, null, null, false);
        while (cursor.next()) {
          content.put(
              collection + Arrays.toString(cursor.key()),
              new BigInteger(1, cursor.value()).toString(36));
        }
      }
    }
    return content;
  }

  /** The blocks in which a write changed the file: first those of the chunk, then the headers. */
  private static List<Integer> changedBlocks(byte[] before, byte[] after) {
    List<Integer> changed = new ArrayList<>();
    for (int block = 0; block * BLOCK < after.length; block++) {
      if (!Arrays.equals(block(before, block), block(after, block))) {
        changed.add(block);
      }
    }
    List<Integer> headers = changed.stream().filter(block -> block < 2).toList();
    changed.removeAll(headers);
    changed.addAll(headers);
    return changed;
  }

  private static byte[] block(byte[] image, int block) {
    int start = Math.min(block * BLOCK, image.length);
    return Arrays.copyOfRange(image, start, Math.min(start + BLOCK, image.length));
  }

  private static byte[] merge(byte[] before, byte[] after, List<Integer> blocks) {
    int last = blocks.stream().mapToInt(block -> block + 1).max().orElse(0);
    byte[] merged = Arrays.copyOf(before, Math.max(before.length, last * BLOCK));
    for (int block : blocks) {
      System.arraycopy(after, block * BLOCK, merged, block * BLOCK, BLOCK);
    }
    return merged;
  }
}
