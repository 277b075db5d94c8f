package dev.dynamoemulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do; one subclass per store. */
public abstract class StorageContractTest {

  private static final String ITEMS = "items";
  private static final String INDEX = "index";

  private Storage storage;

  protected abstract Storage open() throws Exception;

  @BeforeEach
  void openStorage() throws Exception {
    storage = open();
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Test
  void returnsWhatWasPut() {
    put(ITEMS, "a", "1");

    assertThat(get(ITEMS, "a")).isEqualTo("1");
    assertThat(get(ITEMS, "b")).isNull();
    assertThat(get(INDEX, "a")).isNull();
  }

  @Test
  void replacesAndRemoves() {
    put(ITEMS, "a", "1");

    put(ITEMS, "a", "2");
    assertThat(get(ITEMS, "a")).isEqualTo("2");

    storage.commit(new WriteBatch().remove(ITEMS, bytes("a")).remove(ITEMS, bytes("absent")));
    assertThat(get(ITEMS, "a")).isNull();
    assertThat(storage.count(ITEMS)).isZero();
  }

  @Test
  void keepsTheLastChangeOfAKeyInABatch() {
    storage.commit(
        new WriteBatch()
            .put(ITEMS, bytes("a"), bytes("1"))
            .remove(ITEMS, bytes("a"))
            .put(ITEMS, bytes("a"), bytes("2"))
            .put(ITEMS, bytes("b"), bytes("1"))
            .remove(ITEMS, bytes("b")));

    assertThat(get(ITEMS, "a")).isEqualTo("2");
    assertThat(get(ITEMS, "b")).isNull();
  }

  @Test
  void acceptsEmptyKeysEmptyValuesAndEmptyBatches() {
    storage.commit(new WriteBatch());
    storage.commit(new WriteBatch().put(ITEMS, new byte[0], new byte[0]));

    assertThat(storage.get(ITEMS, new byte[0])).isEmpty();
    assertThat(storage.count(ITEMS)).isOne();
  }

  @Test
  void keepsValuesOfFourHundredKilobytes() {
    byte[] large = new byte[400 * 1024];
    new Random(1).nextBytes(large);

    storage.commit(new WriteBatch().put(ITEMS, bytes("a"), large).put(INDEX, bytes("a"), large));

    assertThat(storage.get(ITEMS, bytes("a"))).isEqualTo(large);
    assertThat(storage.get(INDEX, bytes("a"))).isEqualTo(large);
  }

  @Test
  void namesTheCollectionsThatHoldEntries() {
    put(ITEMS, "a", "1");
    put(INDEX, "a", "1");
    put("a name with ünïcode, commas: and \"quotes\"", "a", "1");
    storage.commit(new WriteBatch().remove(INDEX, bytes("a")));

    assertThat(storage.collections())
        .containsExactlyInAnyOrder(ITEMS, "a name with ünïcode, commas: and \"quotes\"");
  }

  @Test
  void forgetsADroppedCollectionOnly() {
    put(ITEMS, "a", "1");
    put(INDEX, "a", "1");

    storage.drop(ITEMS);
    storage.drop("absent");

    assertThat(get(ITEMS, "a")).isNull();
    assertThat(storage.count(ITEMS)).isZero();
    assertThat(storage.collections()).containsExactly(INDEX);
    assertThat(get(INDEX, "a")).isEqualTo("1");
  }

  @Test
  void startsADroppedCollectionAnew() {
    put(ITEMS, "a", "1");
    storage.drop(ITEMS);

    put("other", "x", "1");
    put(ITEMS, "b", "2");

    assertThat(get(ITEMS, "a")).isNull();
    assertThat(get(ITEMS, "b")).isEqualTo("2");
    assertThat(get("other", "x")).isEqualTo("1");
  }

  @Test
  void dropsAHundredThousandEntries() {
    WriteBatch batch = new WriteBatch();
    for (int i = 0; i < 100_000; i++) {
      batch.put(ITEMS, number(i), bytes("value"));
    }
    storage.commit(batch);
    assertThat(storage.count(ITEMS)).isEqualTo(100_000);

    storage.drop(ITEMS);

    assertThat(storage.count(ITEMS)).isZero();
    assertThat(storage.collections()).isEmpty();
  }

  @Test
  void ordersKeysAsUnsignedBytesWithTheShorterPrefixFirst() {
    List<byte[]> ordered =
        List.of(
            new byte[] {},
            new byte[] {0},
            new byte[] {0, 0},
            new byte[] {0, -1},
            new byte[] {1},
            new byte[] {127},
            new byte[] {-128},
            new byte[] {-1},
            new byte[] {-1, 0});
    WriteBatch batch = new WriteBatch();
    ordered.forEach(key -> batch.put(ITEMS, key, key));
    storage.commit(batch);

    try (Snapshot snapshot = storage.snapshot()) {
      assertThat(keys(snapshot.range(ITEMS, null, null, false))).containsExactlyElementsOf(ordered);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -, -, b c d f
          a, -, b c d f
          b, -, b c d f
          c, -, c d f
          e, -, f
          g, -, ''
          -, a, ''
          -, b, ''
          -, c, b
          -, d, b c
          -, e, b c d
          -, f, b c d
          -, g, b c d f
          b, f, b c d
          c, d, c
          c, c, ''
          d, b, ''
          a, g, b c d f
          """)
  void rangesIncludeTheLowerAndExcludeTheUpperBound(String from, String to, String expected) {
    for (String key : List.of("b", "c", "d", "f")) {
      put(ITEMS, key, key);
    }
    List<String> ascending = expected.isEmpty() ? List.of() : List.of(expected.split(" "));

    try (Snapshot snapshot = storage.snapshot()) {
      byte[] low = from == null ? null : bytes(from);
      byte[] high = to == null ? null : bytes(to);
      assertThat(texts(snapshot.range(ITEMS, low, high, false))).isEqualTo(ascending);
      assertThat(texts(snapshot.range(ITEMS, low, high, true))).isEqualTo(reversed(ascending));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rangesOverNothingAreEmpty(boolean descending) {
    put(INDEX, "a", "1");
    storage.commit(new WriteBatch().remove(INDEX, bytes("a")));

    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor ofEmpty = snapshot.range(INDEX, bytes("a"), bytes("b"), descending);
      EntryCursor ofAbsent = snapshot.range("absent", bytes("a"), bytes("b"), descending);

      assertThat(ofEmpty.next()).isFalse();
      assertThat(ofEmpty.next()).isFalse();
      assertThat(ofAbsent.next()).isFalse();
    }
  }

  @Test
  void aSnapshotIsUnmovedByLaterCommitsAndDrops() {
    put(ITEMS, "a", "1");
    put(INDEX, "a", "1");

    try (Snapshot snapshot = storage.snapshot()) {
      put(ITEMS, "a", "2");
      put(ITEMS, "b", "2");
      storage.drop(INDEX);
      put("other", "a", "2");

      assertThat(text(snapshot.get(ITEMS, bytes("a")))).isEqualTo("1");
      assertThat(texts(snapshot.range(ITEMS, null, null, false))).containsExactly("a");
      assertThat(text(snapshot.get(INDEX, bytes("a")))).isEqualTo("1");
      assertThat(snapshot.get("other", bytes("a"))).isNull();
    }
    assertThat(get(ITEMS, "a")).isEqualTo("2");
    assertThat(get(INDEX, "a")).isNull();
  }

  @Test
  void aCursorIsUnmovedByLaterCommits() {
    for (int i = 0; i < 1_000; i++) {
      put(ITEMS, String.format("%04d", i), "1");
    }

    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor cursor = snapshot.range(ITEMS, null, null, false);
      int count = 0;
      while (cursor.next()) {
        assertThat(text(cursor.key())).isEqualTo(String.format("%04d", count++));
        storage.commit(new WriteBatch().remove(ITEMS, cursor.key()));
      }
      assertThat(count).isEqualTo(1_000);
    }
    assertThat(storage.count(ITEMS)).isZero();
  }

  @Test
  void closingASnapshotTwiceIsHarmless() {
    put(ITEMS, "a", "1");
    Snapshot snapshot = storage.snapshot();

    snapshot.close();
    snapshot.close();
    put(ITEMS, "a", "2");

    assertThat(get(ITEMS, "a")).isEqualTo("2");
  }

  @Test
  void refusesEveryCallOnceClosed() {
    put(ITEMS, "a", "1");

    storage.close();
    storage.close();

    assertClosed(() -> storage.get(ITEMS, bytes("a")));
    assertClosed(() -> put(ITEMS, "a", "2"));
    assertClosed(() -> storage.drop(ITEMS));
    assertClosed(() -> storage.count(ITEMS));
    assertClosed(storage::collections);
    assertClosed(storage::snapshot);
  }

  private static void assertClosed(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(StorageException.class)
        .hasMessage("The storage is closed.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void behavesAsSortedMaps(long seed) {
    Random random = new Random(seed);
    Map<String, TreeMap<byte[], byte[]>> model = new TreeMap<>();
    List<String> names = List.of("a", "b", "c");
    names.forEach(name -> model.put(name, new TreeMap<>(Arrays::compareUnsigned)));

    for (int round = 0; round < 150; round++) {
      WriteBatch batch = new WriteBatch();
      for (int i = random.nextInt(40); i > 0; i--) {
        String name = names.get(random.nextInt(names.size()));
        byte[] key = randomKey(random);
        if (random.nextInt(3) == 0) {
          batch.remove(name, key);
          model.get(name).remove(key);
        } else {
          byte[] value = new byte[random.nextInt(300)];
          random.nextBytes(value);
          batch.put(name, key, value);
          model.get(name).put(key, value);
        }
      }
      try (Snapshot before = storage.snapshot()) {
        List<byte[]> keysBefore = keys(before.range("a", null, null, false));
        storage.commit(batch);
        assertThat(keys(before.range("a", null, null, false)))
            .containsExactlyElementsOf(keysBefore);
      }
      if (random.nextInt(40) == 0) {
        storage.drop("c");
        model.get("c").clear();
      }
      names.forEach(name -> assertSame(name, model.get(name), random));
    }
  }

  private void assertSame(String name, TreeMap<byte[], byte[]> model, Random random) {
    assertThat(storage.count(name)).isEqualTo(model.size());
    byte[] key = randomKey(random);
    assertThat(storage.get(name, key)).isEqualTo(model.get(key));
    byte[] from = random.nextInt(5) == 0 ? null : randomKey(random);
    byte[] to = random.nextInt(5) == 0 ? null : randomKey(random);
    try (Snapshot snapshot = storage.snapshot()) {
      assertThat(snapshot.get(name, key)).isEqualTo(model.get(key));
      List<byte[]> expected = between(model, from, to);
      assertThat(keys(snapshot.range(name, from, to, false))).containsExactlyElementsOf(expected);
      assertThat(keys(snapshot.range(name, from, to, true)))
          .containsExactlyElementsOf(reversed(expected));
      EntryCursor cursor = snapshot.range(name, from, to, false);
      while (cursor.next()) {
        assertThat(cursor.value()).isEqualTo(model.get(cursor.key()));
      }
    }
  }

  private static List<byte[]> between(TreeMap<byte[], byte[]> model, byte[] from, byte[] to) {
    return model.keySet().stream()
        .filter(key -> from == null || Arrays.compareUnsigned(key, from) >= 0)
        .filter(key -> to == null || Arrays.compareUnsigned(key, to) < 0)
        .toList();
  }

  /** Short, so that keys meet again and bounds often are keys. */
  private static byte[] randomKey(Random random) {
    byte[] key = new byte[random.nextInt(3)];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (random.nextInt(24) * 11);
    }
    return key;
  }

  private void put(String collection, String key, String value) {
    storage.commit(new WriteBatch().put(collection, bytes(key), bytes(value)));
  }

  private String get(String collection, String key) {
    return text(storage.get(collection, bytes(key)));
  }

  private static List<byte[]> keys(EntryCursor cursor) {
    List<byte[]> keys = new ArrayList<>();
    while (cursor.next()) {
      keys.add(cursor.key());
    }
    return keys;
  }

  private static List<String> texts(EntryCursor cursor) {
    return keys(cursor).stream().map(StorageContractTest::text).toList();
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private static byte[] number(int number) {
    return bytes(String.format("%08d", number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
