package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import java.time.Instant;

/** Where the items of a restored table come from. To be closed when they are read. */
interface RestoreSource extends AutoCloseable {

  ItemCursor items();

  /** About how many there are. */
  long itemCount();

  @Override
  void close();

  /** The items of a backup, which must not be deleted meanwhile. */
  static RestoreSource of(Backup backup, Storage storage) {
    Snapshot snapshot = storage.snapshot();
    return new RestoreSource() {
      @Override
      public ItemCursor items() {
        return new StoredItems(snapshot.range(backup.collection(), null, null, false));
      }

      @Override
      public long itemCount() {
        return storage.count(backup.collection());
      }

      @Override
      public void close() {
        snapshot.close();
      }
    };
  }

  /** The items of a table as they were at a moment. */
  static RestoreSource of(PointInTime past, Instant moment) {
    return new RestoreSource() {
      @Override
      public ItemCursor items() {
        return past.items(moment);
      }

      @Override
      public long itemCount() {
        return past.presentItems();
      }

      @Override
      public void close() {
        past.close();
      }
    };
  }

  /** The items of a collection. */
  record StoredItems(EntryCursor entries) implements ItemCursor {

    @Override
    public boolean next() {
      return entries.next();
    }

    @Override
    public byte[] key() {
      return entries.key();
    }

    @Override
    public StoredItem item() {
      return StoredItem.fromBytes(entries.value());
    }
  }
}
