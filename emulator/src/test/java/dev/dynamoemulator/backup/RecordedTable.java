package dev.dynamoemulator.backup;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table with point-in-time recovery, of items with a key {@code pk} and a value {@code v}. */
final class RecordedTable {

  static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final Namespace OWNER = new Namespace("000000000000", "us-east-1");

  final AdjustableClock clock;
  final Storage storage;
  final ContinuousBackups backups;
  final TableLifecycle lifecycle;
  final Table table;
  private final Engine engine;

  /** Opens the store's table; a new store gets one. */
  RecordedTable(Storage storage, Instant start) {
    this(storage, start, BackupSettings.unbounded(Duration.ZERO), Map.of());
  }

  RecordedTable(
      Storage storage, Instant start, BackupSettings settings, Map<String, Long> knownSizes) {
    this.storage = storage;
    clock = AdjustableClock.fixed(start);
    Environment environment = new Environment(clock, Ids.seeded(start.toEpochMilli()));
    Catalogue catalogue = Catalogue.open(storage, false);
    backups = ContinuousBackups.open(catalogue, storage, environment, settings, knownSizes);
    ChangeLog changes = backups.changeLog();
    engine =
        new Engine(storage, changes, new TransactionHold(environment.scheduler()), Limits.DYNAMODB);
    lifecycle =
        new TableLifecycle(
            catalogue,
            storage,
            environment,
            engine.indexBuilder(),
            TransientDelays.NONE,
            Limits.DYNAMODB);
    if (catalogue.find(OWNER, "tbl") == null) {
      KeySchema key = new KeySchema(List.of(new KeyAttribute("pk", AttributeType.S)), List.of());
      lifecycle.create(
          OWNER, new TableDescriptionBuilder("tbl", environment.ids().uuid(), start, key).build());
      backups.enable(catalogue.find(OWNER, "tbl"), null);
    }
    table = catalogue.find(OWNER, "tbl");
  }

  void put(String key, String value) {
    engine.write(table, new WriteAction.Put(item(key, value), null, false));
  }

  void delete(String key) {
    engine.write(table, new WriteAction.Delete(key(key), null, false));
  }

  void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Values by key as they were then. */
  Map<String, String> at(Instant moment) {
    Map<String, String> found = new TreeMap<>();
    try (PointInTime past = backups.pointInTime(table)) {
      ItemCursor items = past.items(moment);
      while (items.next()) {
        found.put(text(items.item(), "pk"), text(items.item(), "v"));
      }
    }
    return found;
  }

  /** What happened to each key, such as {@code a: 1 -> 2}. */
  List<String> changes(Instant from, Instant to) {
    List<String> found = new ArrayList<>();
    try (PointInTime past = backups.pointInTime(table)) {
      NetChangeCursor changes = past.changes(from, to);
      while (changes.next()) {
        found.add(summary(changes.change()));
      }
    }
    found.sort(null);
    return found;
  }

  static String summary(NetChange change) {
    return text(change.key(), "pk")
        + ": "
        + (change.oldItem() == null ? "-" : text(change.oldItem(), "v"))
        + " -> "
        + (change.newItem() == null ? "-" : text(change.newItem(), "v"))
        + " at "
        + Duration.between(START, change.lastWrite()).toMillis();
  }

  private static String text(Attributes item, String name) {
    return ((AttributeValue.S) item.get(name)).value();
  }

  private static Item item(String key, String value) {
    return Item.of(Map.of("pk", new AttributeValue.S(key), "v", new AttributeValue.S(value)));
  }

  private static Item key(String key) {
    return Item.of(Map.of("pk", new AttributeValue.S(key)));
  }
}
