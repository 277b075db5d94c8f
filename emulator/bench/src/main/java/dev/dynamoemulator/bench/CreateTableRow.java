package dev.dynamoemulator.bench;

import java.time.Duration;
import java.util.List;

/** Makes tables one after the other, each until it is active. Deleting them is not measured. */
record CreateTableRow() implements Row {

  @Override
  public String name() {
    return "CreateTable";
  }

  @Override
  public String operation() {
    return "CreateTable";
  }

  @Override
  public List<Integer> connections(List<Integer> asked) {
    return List.of(1);
  }

  /** There are peers that delete a table the slower the more items there are in others. */
  @Override
  public boolean needsTables() {
    return false;
  }

  @Override
  public Load.Outcome run(RunningTarget target, int connections, Duration duration, int run) {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + duration.toNanos();
    long sum = 0;
    try (Client client = target.connect()) {
      for (int i = 0; System.nanoTime() < end; i++) {
        String table = "made-" + run + "-" + i;
        long start = System.nanoTime();
        Fill.create(client, table, Tables.PARTITION_KEY_ONLY);
        long latency = System.nanoTime() - start;
        latencies.add(latency);
        sum += latency;
        client.succeed("DeleteTable", "{\"TableName\":\"" + table + "\"}");
      }
    }
    return new Load.Outcome(
        latencies.count(), sum, latencies.percentile(0.5), latencies.percentile(0.99));
  }
}
