package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.engine.Mirrors.Announcement;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Carries out independent writes of different items. They promise no atomicity, but one commit for
 * all is the cheapest. A write of a table with mirrors is done in all of them in that commit.
 * Thread-safe.
 */
final class BatchWriter {

  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final Writer writer;
  private final SizeLedger sizes;
  private final Mirrors mirrors;
  private final Traffic traffic;

  BatchWriter(
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      Writer writer,
      SizeLedger sizes,
      Traffic traffic,
      Mirrors mirrors) {
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.sizes = sizes;
    this.traffic = traffic;
    this.mirrors = mirrors;
  }

  /** A write with the key of its item in storage. */
  private record KeyedWrite(Table table, WriteAction action, byte[] itemKey, List<Table> mirrors) {

    ItemReference itemIn(Table table) {
      return new ItemReference(table.schema().collection(), itemKey);
    }
  }

  /** The results in the order given; null for a write that was not done. */
  List<WriteResult> write(List<TableWrite> writes) {
    List<KeyedWrite> keyed = writes.stream().map(this::keyed).toList();
    try (Announcement announcement = announce(keyed);
        Held gates = TableGates.enter(tables(keyed));
        Held held = locks.lockAll(items(keyed))) {
      if (isWatched(writes)) {
        return writeSingly(keyed);
      }
      PendingWrite pending = new PendingWrite(new SizeChanges());
      List<WriteResult> results = new ArrayList<>(writes.size());
      for (KeyedWrite write : keyed) {
        boolean isRefused = ongoing.contains(write.itemIn(write.table()));
        results.add(isRefused ? null : prepare(pending, write));
      }
      writer.commit(pending);
      return results;
    }
  }

  private KeyedWrite keyed(TableWrite write) {
    TableSchema table = write.table().schema();
    byte[] itemKey = keys.itemKey(table.key(), write.action().key());
    return new KeyedWrite(write.table(), write.action(), itemKey, mirrors.of(table));
  }

  private boolean isWatched(List<TableWrite> writes) {
    for (TableWrite write : writes) {
      if (traffic.meter(write.table().schema().collection()) != null) {
        return true;
      }
      for (IndexSchema index : write.table().schema().indexes()) {
        if (traffic.meter(index.collection()) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Commits each write by itself, because a write may be refused when part of it is prepared.
   *
   * @throws DynamoDbException when every write was refused (items.md §3)
   */
  private List<WriteResult> writeSingly(List<KeyedWrite> writes) {
    List<WriteResult> results = new ArrayList<>(writes.size());
    DynamoDbException refusal = null;
    for (KeyedWrite write : writes) {
      WriteResult result = null;
      try {
        if (!ongoing.contains(write.itemIn(write.table()))) {
          PendingWrite pending = new PendingWrite(new SizeChanges(), traffic, 1);
          result = prepare(pending, write);
          writer.commit(pending);
        }
      } catch (DynamoDbException throttled) {
        refusal = throttled;
      }
      results.add(result);
    }
    if (refusal != null && results.stream().allMatch(Objects::isNull)) {
      throw refusal;
    }
    return results;
  }

  private Announcement announce(List<KeyedWrite> writes) {
    List<Announcement> announced = new ArrayList<>(0);
    Announcement all = () -> announced.forEach(Announcement::close);
    try {
      for (KeyedWrite write : writes) {
        if (!write.mirrors().isEmpty()) {
          announced.add(mirrors.announce(write.table(), write.itemKey()));
        }
      }
      return all;
    } catch (RuntimeException refused) {
      all.close();
      throw refused;
    }
  }

  private WriteResult prepare(PendingWrite pending, KeyedWrite write) {
    sizes.open(write.table().schema());
    WriteResult result = writer.prepare(pending, write.table(), write.itemKey(), write.action());
    for (Table mirror : write.mirrors()) {
      sizes.open(mirror.schema());
      writer.prepareCopy(pending, mirror, write.itemKey(), result.newItem(), true);
    }
    return result;
  }

  private static Set<Table> tables(List<KeyedWrite> writes) {
    Set<Table> tables = new HashSet<>();
    for (KeyedWrite write : writes) {
      tables.add(write.table());
      tables.addAll(write.mirrors());
    }
    return tables;
  }

  private static List<ItemReference> items(List<KeyedWrite> writes) {
    List<ItemReference> items = new ArrayList<>(writes.size());
    for (KeyedWrite write : writes) {
      items.add(write.itemIn(write.table()));
      for (Table mirror : write.mirrors()) {
        items.add(write.itemIn(mirror));
      }
    }
    return items;
  }
}
