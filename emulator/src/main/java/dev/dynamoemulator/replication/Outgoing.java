package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.ReplicatedWrite;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A change on its way to a replica.
 *
 * <pre>
 * stored := time key item
 * time   := milliseconds of the epoch of the write, eight bytes
 * key    := length, four bytes, and as many bytes of the item's key
 * item   := the bytes of the item; none when it was deleted
 * </pre>
 *
 * @param destination the table to be written
 * @param version of the item, which is also the change's key in the outbox
 */
record Outgoing(
    Versions versions,
    Table destination,
    String outbox,
    long version,
    Instant written,
    byte[] itemKey,
    StoredItem item)
    implements ReplicatedWrite {

  /**
   * @param item null when it was deleted
   */
  static byte[] encode(Instant written, byte[] itemKey, StoredItem item) {
    byte[] image = item == null ? new byte[0] : item.bytes();
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + itemKey.length + image.length)
        .putLong(written.toEpochMilli())
        .putInt(itemKey.length)
        .put(itemKey)
        .put(image)
        .array();
  }

  static Outgoing decode(
      Versions versions, Table destination, String outbox, byte[] key, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    Instant written = Instant.ofEpochMilli(in.getLong());
    byte[] itemKey = new byte[in.getInt()];
    in.get(itemKey);
    byte[] image = new byte[in.remaining()];
    in.get(image);
    return new Outgoing(
        versions,
        destination,
        outbox,
        Versions.decode(key),
        written,
        itemKey,
        image.length == 0 ? null : StoredItem.fromBytes(image));
  }

  @Override
  public boolean isFollowed() {
    return true;
  }

  /** The same version comes again when the table itself is to show it, see {@link LegacyItems}. */
  @Override
  public boolean isNewest() {
    return versions.of(destination, itemKey) <= version;
  }

  @Override
  public void settle(WriteBatch batch, boolean isWritten) {
    if (isWritten) {
      versions.put(batch, destination, itemKey, version);
    }
    batch.remove(outbox, Versions.encode(version));
  }
}
