package dev.dynamoemulator.throughput;

import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.traffic.Meter;
import dev.dynamoemulator.traffic.Traffic;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The enforcement of throughput: provisioned units, maxima of on-demand mode, and what a partition
 * can serve, for all tables and global indexes. A local index shares the capacity of its table.
 * Thread-safe.
 */
public final class Throughput implements Traffic, TableObserver {

  private final InstantSource clock;
  private final Map<String, ThroughputMeter> meters = new ConcurrentHashMap<>();

  private Throughput(InstantSource clock) {
    this.clock = clock;
  }

  /** Enforces the throughput of all tables, with all of their burst capacity saved up. */
  public static Throughput enforce(Catalogue catalogue, InstantSource clock) {
    Throughput throughput = new Throughput(clock);
    catalogue.allTables().forEach(table -> throughput.follow(table, table.description()));
    catalogue.observe(throughput);
    return throughput;
  }

  @Override
  public Meter meter(String collection) {
    return meters.get(collection);
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    Set<String> gone = new HashSet<>(collections(table.description()));
    if (after != null) {
      follow(table, after);
      gone.removeAll(collections(after));
    }
    meters.keySet().removeAll(gone);
  }

  private static Set<String> collections(TableDescription table) {
    Set<String> collections = new HashSet<>();
    collections.add(table.collection());
    table.localIndexes().forEach(index -> collections.add(index.collection()));
    table.globalIndexes().forEach(index -> collections.add(index.collection()));
    return collections;
  }

  private void follow(Table table, TableDescription description) {
    String arn = table.namespace().tableArn(table.name());
    boolean isOnDemand = description.billing().isOnDemand();
    ThroughputMeter meter =
        meters.computeIfAbsent(
            description.collection(),
            unused -> new ThroughputMeter(arn, false, description.key().partitionKey(), clock));
    meter.allow(Allowance.of(isOnDemand, description.capacity()));
    description.localIndexes().forEach(index -> meters.put(index.collection(), meter));
    for (GlobalIndex index : description.globalIndexes()) {
      ThroughputMeter own =
          meters.computeIfAbsent(
              index.collection(),
              unused ->
                  new ThroughputMeter(
                      arn + "/index/" + index.name(), true, index.key().partitionKey(), clock));
      own.allow(Allowance.of(isOnDemand, index.capacity()));
    }
  }
}
