package dev.dynamoemulator.admin;

import dev.dynamoemulator.environment.AdjustableClock;
import java.util.List;
import java.util.Map;

/** Reads and moves the clock. What falls due on the way has run when the answer is sent. */
record ClockEndpoints(AdjustableClock clock) {

  private static final String PATH = "/_emulator/clock";
  private static final String INSTANT = "instant";

  List<Route> routes() {
    return List.of(
        Route.plain("GET", PATH, this::describe),
        new Route("PUT", PATH, (body, none) -> fix(body)),
        Route.plain("DELETE", PATH, this::release),
        new Route("POST", PATH + "/advance", (body, none) -> advance(body)));
  }

  private Map<String, ?> describe() {
    return Map.of(INSTANT, clock.instant(), "fixed", clock.isFixed());
  }

  private Map<String, ?> fix(Members body) {
    clock.fix(body.only(INSTANT).instant(INSTANT));
    return describe();
  }

  private Map<String, ?> release() {
    clock.release();
    return describe();
  }

  private Map<String, ?> advance(Members body) {
    clock.advance(body.only("duration", "seconds").duration());
    return describe();
  }
}
