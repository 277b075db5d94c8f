package dev.dynamoemulator.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The snapshots that clients asked for, kept until they are deleted or the emulator is closed; a
 * reset leaves them. Thread-safe.
 */
final class Snapshots {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /**
   * @param instant what the clock showed
   */
  private record Snapshot(Instant instant, Controls.SavedState state) {}

  private final Controls controls;
  private final Map<String, Snapshot> byName = new LinkedHashMap<>();
  private int numbered;

  Snapshots(Controls controls) {
    this.controls = controls;
  }

  synchronized List<Map<String, ?>> descriptions() {
    return byName.entrySet().stream()
        .<Map<String, ?>>map(
            snapshot -> Map.of("name", snapshot.getKey(), "instant", snapshot.getValue().instant()))
        .toList();
  }

  /** Saves the present state under a name of our choice. */
  synchronized Map<String, ?> save() {
    String name;
    do {
      numbered++;
      name = "snapshot-" + numbered;
    } while (byName.containsKey(name));
    return save(name);
  }

  /** Saves the present state under that name, in the place of an older one. */
  synchronized Map<String, ?> save(String name) {
    if (!NAME.matcher(name).matches()) {
      throw AdminErrors.wrongSnapshotName(name);
    }
    byName.put(name, new Snapshot(controls.clock().instant(), controls.save()));
    return Map.of("name", name);
  }

  Map<String, ?> restore(String name) {
    find(name).state().restore();
    return Map.of();
  }

  synchronized Map<String, ?> delete(String name) {
    find(name);
    byName.remove(name);
    return Map.of();
  }

  private synchronized Snapshot find(String name) {
    Snapshot snapshot = byName.get(name);
    if (snapshot == null) {
      throw AdminErrors.noSuchSnapshot(name);
    }
    return snapshot;
  }
}
