package dev.dynamoemulator.backup;

import static dev.dynamoemulator.backup.RecordedTable.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PointInTimeTest {

  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Instant END = START.plusSeconds(1_000_000);

  private final RecordedTable table = new RecordedTable(H2Storage.inMemory(), START);

  @Test
  void seesItemsAsTheyWere() {
    table.put("a", "1");
    table.put("b", "1");
    table.advance(MILLISECOND);
    table.put("a", "2");
    table.delete("b");
    table.put("c", "1");
    table.advance(MILLISECOND);
    table.put("c", "2");

    assertThat(table.at(START.minusMillis(1))).isEmpty();
    assertThat(table.at(START)).isEqualTo(Map.of("a", "1", "b", "1"));
    assertThat(table.at(START.plusMillis(1))).isEqualTo(Map.of("a", "2", "c", "1"));
    assertThat(table.at(START.plusMillis(2))).isEqualTo(Map.of("a", "2", "c", "2"));
    assertThat(table.at(END)).isEqualTo(Map.of("a", "2", "c", "2"));
  }

  @Test
  void seesTheNetChangeOfEachItem() {
    table.put("modified", "1");
    table.put("removed", "1");
    table.put("untouched", "1");
    table.advance(MILLISECOND);
    Instant from = table.clock.instant();
    table.put("inserted", "1");
    table.put("fleeting", "1");
    table.put("modified", "2");
    table.advance(MILLISECOND);
    table.put("modified", "3");
    table.delete("removed");
    table.delete("fleeting");
    table.advance(MILLISECOND);
    Instant to = table.clock.instant();
    table.put("modified", "4");
    table.put("later", "1");

    assertThat(table.changes(from, to))
        .containsExactly(
            "fleeting: - -> - at 2",
            "inserted: - -> 1 at 1",
            "modified: 1 -> 3 at 2",
            "removed: 1 -> - at 2");
    assertThat(table.changes(to, to)).isEmpty();
    assertThat(table.changes(to, END))
        .containsExactly("later: - -> 1 at 3", "modified: 3 -> 4 at 3");
  }

  /** A write that leaves the item as it was is none to streams either (streams.md §4). */
  @Test
  void ignoresWritesThatChangeNothing() {
    table.put("a", "1");
    table.advance(MILLISECOND);

    table.put("a", "1");
    table.delete("b");

    assertThat(table.changes(START.plusMillis(1), END)).isEmpty();
  }

  @Test
  void agreesWithARecordOfEveryState() {
    Random random = new Random(7);
    List<Map<String, String>> states = new ArrayList<>();
    Map<String, String> state = new TreeMap<>();
    for (int time = 0; time < 60; time++) {
      for (int write = random.nextInt(5); write > 0; write--) {
        writeAnything(random, state);
      }
      states.add(new TreeMap<>(state));
      table.advance(MILLISECOND);
    }

    for (int time = 0; time < states.size(); time++) {
      assertThat(table.at(START.plusMillis(time))).isEqualTo(states.get(time));
    }
    for (int from = 1; from < states.size(); from += 7) {
      for (int to = from; to < states.size(); to += 5) {
        assertThat(withoutTimes(table.changes(START.plusMillis(from), START.plusMillis(to))))
            .containsAll(differences(states.get(from - 1), states.get(to - 1)));
      }
    }
  }

  private void writeAnything(Random random, Map<String, String> state) {
    String key = "k" + random.nextInt(8);
    if (random.nextInt(3) == 0) {
      table.delete(key);
      state.remove(key);
    } else {
      String value = "v" + random.nextInt(3);
      table.put(key, value);
      state.put(key, value);
    }
  }

  private static List<String> withoutTimes(List<String> changes) {
    return changes.stream().map(change -> change.substring(0, change.indexOf(" at "))).toList();
  }

  private static List<String> differences(Map<String, String> before, Map<String, String> after) {
    Map<String, String> keys = new TreeMap<>(before);
    keys.putAll(after);
    return keys.keySet().stream()
        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
        .map(
            key ->
                key + ": " + before.getOrDefault(key, "-") + " -> " + after.getOrDefault(key, "-"))
        .toList();
  }

  @Test
  void goesOnWhenTheTableIsDeletedMeanwhile() {
    table.put("a", "1");
    table.advance(MILLISECOND);
    table.put("a", "2");

    try (PointInTime past = table.backups.pointInTime(table.table)) {
      table.lifecycle.delete(table.table);

      ItemCursor items = past.items(START);
      assertThat(items.next()).isTrue();
      assertThat(items.next()).isFalse();
    }
    assertThat(table.backups.pointInTime(table.table)).isNull();
  }

  @Test
  void startsAgainWhenItIsSwitchedOffAndOn() {
    table.put("a", "1");
    table.backups.disable(table.table);
    assertThat(table.storage.collections()).noneMatch(name -> name.startsWith("history/"));
    table.put("a", "2");
    table.advance(MILLISECOND);

    table.backups.enable(table.table, 7);
    table.put("a", "3");

    assertThat(table.at(START)).isEqualTo(Map.of("a", "2"));
    assertThat(table.backups.recovery(table.table).since()).isEqualTo(START.plusMillis(1));
  }

  @Test
  void forgetsWhatIsOlderThanThePeriod() {
    table.backups.enable(table.table, 1);
    for (int i = 0; i < 2_500; i++) {
      table.put("a", "old" + i);
    }
    table.advance(Duration.ofHours(30));
    table.put("a", "young");
    long before = entries();

    table.advance(Duration.ofHours(20));

    assertThat(before).isEqualTo(2_501);
    assertThat(entries()).isEqualTo(1);
    assertThat(table.at(START.plus(Duration.ofHours(29)))).isEqualTo(Map.of("a", "old2499"));
  }

  private long entries() {
    return table.storage.count(History.byItem(table.backups.recovery(table.table).historyId()));
  }

  @Test
  void isThereAgainWhenTheStoreIsOpenedAgain() {
    table.put("a", "1");
    table.advance(MILLISECOND);
    table.put("a", "2");

    RecordedTable again = new RecordedTable(table.storage, START.plusMillis(2));
    again.put("a", "3");

    assertThat(again.at(START)).isEqualTo(Map.of("a", "1"));
    assertThat(again.at(START.plusMillis(1))).isEqualTo(Map.of("a", "2"));
    assertThat(again.at(START.plusMillis(2))).isEqualTo(Map.of("a", "3"));
    assertThat(again.backups.recovery(again.table)).isEqualTo(table.backups.recovery(table.table));
  }

  /** No change is lost, and the past stays in order, when the clock is set back. */
  @Test
  void keepsTheOrderOfChangesWhenTheClockIsSetBack() {
    table.put("a", "1");
    table.clock.fix(START.minusSeconds(60));
    table.put("a", "2");
    table.clock.fix(START.plusMillis(1));
    table.put("a", "3");

    assertThat(table.at(START)).isEqualTo(Map.of("a", "2"));
    assertThat(table.at(START.plusMillis(1))).isEqualTo(Map.of("a", "3"));
  }

  @Test
  void oldestChangesMakeRoomWhenTheBoundIsReached() {
    RecordedTable bounded = bounded(H2Storage.inMemory(), Map.of());
    for (int second = 0; second < 100; second++) {
      bounded.put("a", second + "x".repeat(1_000));
      bounded.advance(Duration.ofSeconds(1));
    }

    PointInTimeRecovery recovery = bounded.backups.recovery(bounded.table);
    Instant earliest = recovery.earliest(bounded.clock.instant());

    assertThat(bounded.backups.knownSizes().values())
        .allSatisfy(size -> assertThat(size).isBetween(15_000L, 20_000L));
    assertThat(earliest).isBetween(START.plusSeconds(78), START.plusSeconds(88));
    long second = Duration.between(START, earliest).toSeconds();
    assertThat(bounded.at(earliest).get("a")).startsWith(second + "x");
    assertThat(bounded.at(earliest.plusSeconds(5)).get("a")).startsWith((second + 5) + "x");
  }

  @Test
  void sizesAreMeasuredWhenTheyAreNotKnown() {
    RecordedTable bounded = bounded(H2Storage.inMemory(), Map.of());
    bounded.put("a", "1");
    bounded.put("a", "2");
    Map<String, Long> known = bounded.backups.knownSizes();

    assertThat(bounded(bounded.storage, Map.of()).backups.knownSizes()).isEqualTo(known);
    assertThat(bounded(bounded.storage, known).backups.knownSizes()).isEqualTo(known);
  }

  private static RecordedTable bounded(Storage storage, Map<String, Long> knownSizes) {
    return new RecordedTable(storage, START, new BackupSettings(Duration.ZERO, 20_000), knownSizes);
  }
}
