package dev.dynamoemulator.admin;

import dev.dynamoemulator.engine.TransactionHold;
import java.util.List;
import java.util.Map;

/** Holds write transactions between prepare and commit, and lets them go. */
record TransactionEndpoints(TransactionHold hold) {

  private static final String HOLD = "/_emulator/transactions/hold";
  private static final String UNTIL_RELEASED = "untilReleased";

  List<Route> routes() {
    return List.of(
        Route.plain("GET", HOLD, this::describe),
        new Route("PUT", HOLD, (body, none) -> hold(body)),
        Route.plain("DELETE", HOLD, this::switchOff),
        Route.plain("POST", "/_emulator/transactions/release", this::release));
  }

  private Map<String, ?> describe() {
    return Map.of("holding", hold.isHolding(), "held", hold.held());
  }

  private Map<String, ?> hold(Members body) {
    if (body.only("duration", "seconds", UNTIL_RELEASED).isTrue(UNTIL_RELEASED)) {
      hold.holdUntilReleased();
    } else {
      hold.holdFor(body.duration());
    }
    return describe();
  }

  private Map<String, ?> switchOff() {
    hold.switchOff();
    return describe();
  }

  private Map<String, ?> release() {
    hold.release();
    return Map.of();
  }
}
