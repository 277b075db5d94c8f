package dev.dynamoemulator.admin;

import java.util.List;
import java.util.Map;

/** Resets, saves and restores the state, and ends the lives of items. */
final class StateEndpoints {

  private static final String SNAPSHOTS = "/_emulator/snapshots";

  private final Controls controls;
  private final Snapshots snapshots;

  StateEndpoints(Controls controls) {
    this.controls = controls;
    this.snapshots = new Snapshots(controls);
  }

  /** The last two are LocalStack's, called by tests that were written for it. */
  List<Route> routes() {
    return List.of(
        Route.plain("POST", "/_emulator/reset", this::reset),
        Route.plain("POST", "/_emulator/baseline", this::baseline),
        Route.plain("GET", SNAPSHOTS, () -> Map.of("snapshots", snapshots.descriptions())),
        Route.plain("POST", SNAPSHOTS, snapshots::save),
        Route.named("PUT", SNAPSHOTS + "/*", snapshots::save),
        Route.named("DELETE", SNAPSHOTS + "/*", snapshots::delete),
        Route.named("POST", SNAPSHOTS + "/*/restore", snapshots::restore),
        Route.plain(
            "POST",
            "/_emulator/time-to-live/sweep",
            () -> Map.of("deleted", controls.sweepExpiredItems())),
        Route.plain("POST", "/_localstack/state/reset", this::reset),
        Route.plain(
            "DELETE",
            "/_aws/dynamodb/expired",
            () -> Map.of("ExpiredItems", controls.sweepExpiredItems())));
  }

  private Map<String, ?> reset() {
    controls.reset();
    return Map.of();
  }

  private Map<String, ?> baseline() {
    controls.baseline();
    return Map.of();
  }
}
