package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.ReplicatedWrite;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a table's items into a new replica, while writes of all regions already go there. What was
 * on its way to the table at that moment is put on its way to the replica. Streams show none of
 * this.
 */
final class Seeding {

  private static final int PORTION = 100;

  private final Storage storage;
  private final Engine engine;
  private final GlobalTables globalTables;

  Seeding(Storage storage, Engine engine, GlobalTables globalTables) {
    this.storage = storage;
    this.engine = engine;
    this.globalTables = globalTables;
  }

  void copy(Table source, Table replica) {
    try (Snapshot snapshot = storage.snapshot()) {
      globalTables.link(replica).outbox().addAll(snapshot, source);
      EntryCursor items = snapshot.range(source.schema().collection(), null, null, false);
      List<ReplicatedWrite> portion = new ArrayList<>(PORTION);
      while (items.next()) {
        long version = Versions.of(snapshot, source, items.key());
        StoredItem item = StoredItem.fromBytes(items.value());
        portion.add(new Copy(replica, version, items.key(), item));
        if (portion.size() == PORTION) {
          engine.replicate(replica, portion);
          portion.clear();
        }
      }
      engine.replicate(replica, portion);
    }
  }

  /** An item that is there unless a later write came first. */
  private final class Copy implements ReplicatedWrite {

    private final Table replica;
    private final long version;
    private final byte[] itemKey;
    private final StoredItem item;

    Copy(Table replica, long version, byte[] itemKey, StoredItem item) {
      this.replica = replica;
      this.version = version;
      this.itemKey = itemKey;
      this.item = item;
    }

    @Override
    public byte[] itemKey() {
      return itemKey;
    }

    @Override
    public StoredItem item() {
      return item;
    }

    @Override
    public boolean isFollowed() {
      return false;
    }

    /** A mirror has no versions, but it has nothing yet that is older than the copy either. */
    @Override
    public boolean isNewest() {
      return version == Versions.UNKNOWN
          ? globalTables.versions().of(replica, itemKey) == Versions.UNKNOWN
              && storage.get(replica.schema().collection(), itemKey) == null
          : globalTables.versions().of(replica, itemKey) < version;
    }

    @Override
    public void settle(WriteBatch batch, boolean isWritten) {
      if (isWritten && version != Versions.UNKNOWN) {
        globalTables.versions().put(batch, replica, itemKey, version);
      }
    }
  }
}
