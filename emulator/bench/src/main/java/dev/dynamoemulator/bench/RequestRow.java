package dev.dynamoemulator.bench;

import java.time.Duration;
import java.util.List;

/**
 * A row that sends prepared requests.
 *
 * @param marker what every good answer contains
 * @param repeats whether the requests can be sent again when they are used up
 */
record RequestRow(
    String name, String operation, String marker, boolean repeats, Preparation preparation)
    implements Row {

  /** Makes the requests of one run, and whatever they need to succeed. */
  @FunctionalInterface
  interface Preparation {
    List<Request> prepare(Client client, int run);
  }

  @Override
  public List<Integer> connections(List<Integer> asked) {
    return asked;
  }

  @Override
  public boolean needsTables() {
    return true;
  }

  @Override
  public Load.Outcome run(RunningTarget target, int connections, Duration duration, int run) {
    List<byte[]> requests;
    try (Client client = target.connect()) {
      requests = preparation.prepare(client, run).stream().map(Request::bytes).toList();
    }
    return new Load(requests, repeats, marker).run(target.port(), connections, duration);
  }
}
