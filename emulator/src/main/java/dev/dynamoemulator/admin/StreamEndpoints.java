package dev.dynamoemulator.admin;

import java.util.List;
import java.util.Map;

/** Rolls the shards of streams, which otherwise takes hours. */
record StreamEndpoints(Controls controls) {

  private static final String STREAM_ARN = "streamArn";
  private static final String CHILDREN = "childrenOfEach";
  private static final int MOST_CHILDREN = 100;

  List<Route> routes() {
    return List.of(new Route("POST", "/_emulator/streams/roll", (body, none) -> roll(body)));
  }

  private Map<String, ?> roll(Members body) {
    body.only(STREAM_ARN, CHILDREN);
    controls.rollStream(body.text(STREAM_ARN), body.count(CHILDREN, 1, MOST_CHILDREN));
    return Map.of();
  }
}
