package dev.dynamoemulator.backup;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the histories of the tables that have any. Thread-safe. */
final class ChangeHistories implements ChangeLog {

  private final Environment environment;
  private final Runnable growth;
  private final Map<Table, List<History>> histories = new ConcurrentHashMap<>();

  /**
   * @param growth is told when histories have grown
   */
  ChangeHistories(Environment environment, Runnable growth) {
    this.environment = environment;
    this.growth = growth;
  }

  /** Adds the changes that the table's writes from now on make to the history, too. */
  void begin(Table table, History history) {
    histories.compute(table, (unused, present) -> with(present, history));
  }

  private static List<History> with(List<History> present, History added) {
    List<History> next = present == null ? new ArrayList<>() : new ArrayList<>(present);
    next.add(added);
    return List.copyOf(next);
  }

  /** Stops adding to the history and removes what it holds. */
  void end(Table table, History history) {
    histories.computeIfPresent(table, (unused, present) -> without(present, history));
    history.drop();
  }

  private static List<History> without(List<History> present, History ended) {
    List<History> next = present.stream().filter(history -> history != ended).toList();
    return next.isEmpty() ? null : next;
  }

  /** Whether a collection is of a history that is not kept any more. */
  boolean isForgotten(String collection) {
    return collection.startsWith(History.COLLECTIONS)
        && histories.values().stream()
            .flatMap(List::stream)
            .noneMatch(history -> History.owns(history.id(), collection));
  }

  @Override
  public boolean follows(Table table) {
    return !histories.isEmpty() && histories.containsKey(table);
  }

  @Override
  public Recording record(WriteBatch batch, List<ItemChange> changes) {
    Map<History, List<ItemChange>> byHistory = new LinkedHashMap<>();
    for (ItemChange change : changes) {
      for (History history : histories.getOrDefault(change.table(), List.of())) {
        byHistory.computeIfAbsent(history, unused -> new ArrayList<>()).add(change);
      }
    }
    long now = environment.now().toEpochMilli();
    byHistory.forEach((history, own) -> history.append(batch, own, now));
    return () -> {
      byHistory.keySet().forEach(History::settle);
      growth.run();
    };
  }
}
