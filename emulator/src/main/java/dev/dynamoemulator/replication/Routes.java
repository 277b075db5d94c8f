package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the writes of all tables go, by the collection of their items. Thread-safe. */
final class Routes {

  private final Catalogue catalogue;
  private final Storage storage;
  private final Environment environment;
  private final ReplicationControl control;
  private final Versions versions;
  private final Map<String, Route> routes = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();
  private volatile Engine engine;

  Routes(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      ReplicationControl control,
      Versions versions) {
    this.catalogue = catalogue;
    this.storage = storage;
    this.environment = environment;
    this.control = control;
    this.versions = versions;
  }

  /** The way of the table's writes; null when they go nowhere. */
  Route of(String collection) {
    return routes.isEmpty() ? null : routes.get(collection);
  }

  Iterable<Link> links() {
    return links.values();
  }

  /** Goes on with what waits for tables, even if these have no other replicas any more. */
  void resume() {
    for (Table table : catalogue.allTables()) {
      if (storage.count(Outbox.collection(table)) > 0) {
        link(table);
      }
    }
  }

  /** Delivers from now on, beginning with what has waited. */
  void start(Engine writer) {
    engine = writer;
    for (Link link : links.values()) {
      link.start(writer);
      link.deliver();
    }
  }

  /**
   * Follows a change of a global table. Writes that began before take the former way; see {@link
   * #awaitWritesOf}.
   */
  synchronized void replace(GlobalTable former, GlobalTable present) {
    List<Member> members = members(present);
    if (former != null) {
      for (Member member : members(former)) {
        if (members.stream().noneMatch(other -> other.table() == member.table())) {
          leave(member.table());
        }
      }
    }
    for (Member member : members) {
      routes.put(member.collection(), route(present, member, members));
    }
    if (members.size() < 2) {
      // What is on its way to the last one still gets there.
      members.forEach(member -> routes.remove(member.collection()));
    }
  }

  private record Member(String region, Table table) {
    String collection() {
      return table.schema().collection();
    }
  }

  private List<Member> members(GlobalTable globalTable) {
    List<Member> members = new ArrayList<>();
    for (Replica replica : globalTable.replicas()) {
      Table table = catalogue.find(replica.namespace(), globalTable.name());
      if (table != null && replica.isMember()) {
        members.add(new Member(replica.region(), table));
      }
    }
    return members;
  }

  private Route route(GlobalTable globalTable, Member source, List<Member> members) {
    List<Link> ways = new ArrayList<>();
    List<Table> mirrors = new ArrayList<>();
    for (Member member : members) {
      boolean isSource = member.table() == source.table();
      if (globalTable.isStrong() && !isSource) {
        mirrors.add(member.table());
      } else if (!globalTable.isStrong() && (!isSource || !globalTable.isCurrent())) {
        ways.add(link(member.table()));
      }
    }
    return new Route(globalTable, source.region(), List.copyOf(ways), List.copyOf(mirrors));
  }

  /** The way into that table. */
  Link link(Table destination) {
    return links.computeIfAbsent(
        destination.schema().collection(),
        unused -> {
          Link link =
              new Link(
                  destination, new Outbox(storage, versions, destination), control, environment);
          link.start(engine);
          return link;
        });
  }

  private void leave(Table table) {
    routes.remove(table.schema().collection());
    Link link = links.remove(table.schema().collection());
    if (link != null) {
      link.close();
    }
  }

  /** Returns when all writes of the table that are under way have come to their end. */
  static void awaitWritesOf(Table table) {
    table.gate().writeLock().lock();
    table.gate().writeLock().unlock();
  }
}
