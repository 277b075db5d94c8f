package dev.dynamoemulator.admin;

import dev.dynamoemulator.admin.Controls.Fork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes emulators of this one, each at an endpoint of its own until it is deleted or this one is
 * closed. Thread-safe.
 */
final class ForkEndpoints {

  private static final String FORKS = "/_emulator/forks";

  private final Controls controls;
  private final Map<String, Fork> byName = new LinkedHashMap<>();
  private int numbered;

  ForkEndpoints(Controls controls) {
    this.controls = controls;
  }

  List<Route> routes() {
    return List.of(
        Route.plain("GET", FORKS, () -> Map.of("forks", descriptions())),
        Route.plain("POST", FORKS, this::fork),
        Route.named("DELETE", FORKS + "/*", this::delete));
  }

  private synchronized List<Map<String, ?>> descriptions() {
    return byName.entrySet().stream()
        .<Map<String, ?>>map(fork -> description(fork.getKey(), fork.getValue()))
        .toList();
  }

  private synchronized Map<String, ?> fork() {
    Fork fork = controls.fork();
    numbered++;
    String name = "fork-" + numbered;
    byName.put(name, fork);
    return description(name, fork);
  }

  private static Map<String, ?> description(String name, Fork fork) {
    return Map.of("name", name, "endpoint", fork.endpoint().toString());
  }

  private synchronized Map<String, ?> delete(String name) {
    Fork fork = byName.remove(name);
    if (fork == null) {
      throw AdminErrors.noSuchFork(name);
    }
    fork.close();
    return Map.of();
  }

  synchronized void close() {
    byName.values().forEach(Fork::close);
    byName.clear();
  }
}
