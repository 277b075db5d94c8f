package dev.dynamoemulator.admin;

import dev.dynamoemulator.replication.ReplicationControl;
import java.util.List;
import java.util.Map;

/** Pauses replication between regions, has it go on, and has it lag. */
record ReplicationEndpoints(ReplicationControl replication) {

  private static final String REPLICATION = "/_emulator/replication";

  List<Route> routes() {
    return List.of(
        Route.plain("GET", REPLICATION, this::describe),
        Route.plain("POST", REPLICATION + "/pause", this::pause),
        Route.plain("POST", REPLICATION + "/resume", this::resume),
        new Route("PUT", REPLICATION + "/lag", (body, none) -> lag(body)));
  }

  private Map<String, ?> describe() {
    return Map.of(
        "paused", replication.isPaused(),
        "held", replication.held(),
        "lag", replication.lag().toString());
  }

  private Map<String, ?> pause() {
    replication.pause();
    return describe();
  }

  private Map<String, ?> resume() {
    replication.resume();
    return describe();
  }

  private Map<String, ?> lag(Members body) {
    replication.lagBy(body.only("duration", "seconds").duration());
    return describe();
  }
}
