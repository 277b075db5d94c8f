package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.Mirrors;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of strongly consistent global tables, and the writes of them that are under way. One
 * region at a time may write an item; another one's write is refused, as in the service
 * (control-plane.md §9.10). Thread-safe.
 */
final class StrongMirrors implements Mirrors {

  private record Item(String globalTable, ByteBuffer itemKey) {}

  private record Writing(String region, int writes) {}

  private final Routes routes;
  private final ReplicationControl control;
  private final Map<Item, Writing> announced = new HashMap<>();

  StrongMirrors(Routes routes, ReplicationControl control) {
    this.routes = routes;
    this.control = control;
  }

  @Override
  public List<Table> of(TableSchema table) {
    Route route = routes.of(table.collection());
    return route == null ? List.of() : route.mirrors();
  }

  @Override
  public boolean mayWait() {
    return control.isPaused();
  }

  @Override
  public Announcement announce(Table table, byte[] itemKey) {
    String region = table.namespace().region();
    Item item = new Item(globalTable(table), ByteBuffer.wrap(itemKey));
    begin(item, region);
    control.awaitResumed();
    return () -> end(item);
  }

  /** Its id; the table's own while nothing is written with it. */
  private String globalTable(Table table) {
    Route route = routes.of(table.schema().collection());
    return route == null ? table.schema().collection() : route.globalTable().id();
  }

  private synchronized void begin(Item item, String region) {
    Writing present = announced.get(item);
    if (present != null && !present.region().equals(region)) {
      throw ReplicationErrors.writeConflict();
    }
    announced.put(item, new Writing(region, present == null ? 1 : present.writes() + 1));
  }

  private synchronized void end(Item item) {
    announced.computeIfPresent(
        item,
        (unused, writing) ->
            writing.writes() == 1 ? null : new Writing(writing.region(), writing.writes() - 1));
  }
}
