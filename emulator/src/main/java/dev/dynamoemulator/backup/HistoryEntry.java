package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How a history is stored: each change twice, in two collections.
 *
 * <pre>
 * by item: item key, sequence → time, old image     (no bytes of an image: there was no item)
 * by time: sequence           → time, item key
 * </pre>
 *
 * <p>Sequences rise in the order of an item's changes; they and times in milliseconds of the epoch
 * take eight bytes. No item key is the beginning of another one of the same table, so the entries
 * of an item stand together, and in the order in which the items stand in the table.
 */
final class HistoryEntry {

  private HistoryEntry() {}

  /** The key below which a change is found by its item. */
  static byte[] itemKeyed(byte[] itemKey, long sequence) {
    return ByteBuffer.allocate(itemKey.length + Long.BYTES).put(itemKey).putLong(sequence).array();
  }

  /** What is found there. */
  static byte[] change(long time, StoredItem oldItem) {
    byte[] image = oldItem == null ? new byte[0] : oldItem.bytes();
    return ByteBuffer.allocate(Long.BYTES + image.length).putLong(time).put(image).array();
  }

  /** The key below which a change is found by its time. */
  static byte[] timeKeyed(long sequence) {
    return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
  }

  /** What is found there. */
  static byte[] place(long time, byte[] itemKey) {
    return ByteBuffer.allocate(Long.BYTES + itemKey.length).putLong(time).put(itemKey).array();
  }

  static byte[] itemKeyOf(byte[] itemKeyed) {
    return Arrays.copyOf(itemKeyed, itemKeyed.length - Long.BYTES);
  }

  /** Compares the item of an entry with an item's key. */
  static int compareItem(byte[] itemKeyed, byte[] itemKey) {
    return Arrays.compareUnsigned(
        itemKeyed, 0, itemKeyed.length - Long.BYTES, itemKey, 0, itemKey.length);
  }

  static long sequenceOf(byte[] timeKeyed) {
    return ByteBuffer.wrap(timeKeyed).getLong();
  }

  /** The time of a change or of a place. */
  static long time(byte[] value) {
    return ByteBuffer.wrap(value).getLong();
  }

  /** The item before a change, or null. */
  static StoredItem oldItem(byte[] change) {
    return change.length == Long.BYTES ? null : StoredItem.fromBytes(tail(change));
  }

  /** The item key in a place. */
  static byte[] itemKey(byte[] place) {
    return tail(place);
  }

  private static byte[] tail(byte[] value) {
    return Arrays.copyOfRange(value, Long.BYTES, value.length);
  }
}
