package dev.dynamoemulator.replication;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the writes of replicas into the outboxes of the others, with the version that decides which
 * write is the last one. Writes that change nothing go too, since they may be the last ones.
 * Thread-safe.
 */
final class ReplicationLog implements ChangeLog {

  private final Routes routes;
  private final Versions versions;
  private final Environment environment;

  ReplicationLog(Routes routes, Versions versions, Environment environment) {
    this.routes = routes;
    this.versions = versions;
    this.environment = environment;
  }

  @Override
  public boolean follows(Table table) {
    Route route = routes.of(table.schema().collection());
    return route != null && !route.links().isEmpty();
  }

  @Override
  public boolean followsRewrites(Table table) {
    return true;
  }

  @Override
  public Recording record(WriteBatch batch, List<ItemChange> changes) {
    List<Link> used = new ArrayList<>();
    for (ItemChange change : changes) {
      Route route = routes.of(change.table().schema().collection());
      if (route != null && change.origin() != ItemChange.Origin.REPLICATION) {
        record(batch, change, route);
        used.addAll(route.links());
      }
    }
    return () -> used.forEach(Link::committed);
  }

  private void record(WriteBatch batch, ItemChange change, Route route) {
    Instant now = environment.now();
    long version = versions.next(change.table(), change.itemKey(), now);
    versions.put(batch, change.table(), change.itemKey(), version);
    StoredItem item =
        route.globalTable().isCurrent()
            ? change.newItem()
            : LegacyItems.marked(change.newItem(), version, route.region());
    for (Link link : route.links()) {
      link.outbox().put(batch, version, now, change.itemKey(), item);
    }
  }

  @Override
  public void afterWrite() {
    for (Link link : routes.links()) {
      link.deliverAtOnce();
    }
  }
}
