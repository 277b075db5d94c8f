package dev.dynamoemulator.admin;

import java.util.List;
import java.util.Map;

/** Shows what went to Kinesis streams that exist in memory only. */
record KinesisEndpoints(Controls controls) {

  private static final String STREAM_ARN = "streamArn";

  List<Route> routes() {
    return List.of(new Route("POST", "/_emulator/kinesis/records", (body, none) -> records(body)));
  }

  private Map<String, ?> records(Members body) {
    String streamArn = body.only(STREAM_ARN).text(STREAM_ARN);
    return Map.of("records", controls.kinesisRecords(streamArn));
  }
}
