package dev.dynamoemulator.stream;

import dev.dynamoemulator.change.EventName;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.environment.SplitMix64;
import dev.dynamoemulator.item.StoredItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Records as they are stored, below their counter as the key.
 *
 * <pre>
 * record := time event flags keys new old
 * time   := milliseconds of the epoch, eight bytes
 * event  := ordinal of the event name, one byte
 * flags  := 1 when deleted by time to live, one byte
 * keys, new, old := length, four bytes, and as many bytes of an item; length 0 for no image
 * </pre>
 */
final class RecordCodec {

  private static final EventName[] EVENTS = EventName.values();
  private static final byte[] NO_IMAGE = {};
  private static final int FIXED_LENGTH = Long.BYTES + 2 + 3 * Integer.BYTES;

  private RecordCodec() {}

  static byte[] key(long counter) {
    return ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
  }

  static long counter(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }

  /** The record of a change with those images that the stream shows; its time is still to come. */
  static byte[] encode(StreamDescription stream, ItemChange change) {
    byte[] keys = StoredItem.of(stream.key().of(change.latestItem())).bytes();
    byte[] newImage = image(change.newItem(), showsNewImage(stream));
    byte[] oldImage = image(change.oldItem(), showsOldImage(stream));
    return ByteBuffer.allocate(FIXED_LENGTH + keys.length + newImage.length + oldImage.length)
        .putLong(0)
        .put((byte) change.eventName().ordinal())
        .put((byte) (change.isByTimeToLive() ? 1 : 0))
        .putInt(keys.length)
        .put(keys)
        .putInt(newImage.length)
        .put(newImage)
        .putInt(oldImage.length)
        .put(oldImage)
        .array();
  }

  private static byte[] image(StoredItem item, boolean isShown) {
    return item == null || !isShown ? NO_IMAGE : item.bytes();
  }

  private static boolean showsNewImage(StreamDescription stream) {
    return switch (stream.viewType()) {
      case NEW_IMAGE, NEW_AND_OLD_IMAGES -> true;
      case OLD_IMAGE, KEYS_ONLY -> false;
    };
  }

  private static boolean showsOldImage(StreamDescription stream) {
    return switch (stream.viewType()) {
      case OLD_IMAGE, NEW_AND_OLD_IMAGES -> true;
      case NEW_IMAGE, KEYS_ONLY -> false;
    };
  }

  static void setTime(byte[] record, long epochMillis) {
    ByteBuffer.wrap(record).putLong(epochMillis);
  }

  static Instant time(byte[] record) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(record).getLong());
  }

  static StreamRecord decode(StreamDescription stream, Shard shard, byte[] key, byte[] record) {
    long counter = counter(key);
    ByteBuffer in = ByteBuffer.wrap(record);
    Instant created = Instant.ofEpochMilli(in.getLong());
    EventName eventName = EVENTS[in.get()];
    boolean isByTimeToLive = in.get() == 1;
    return new StreamRecord(
        new SequenceNumber(shard.generation(), counter),
        eventId(stream.nonce(), counter),
        eventName,
        isByTimeToLive,
        created,
        item(in),
        item(in),
        item(in));
  }

  private static StoredItem item(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes.length == 0 ? null : StoredItem.fromBytes(bytes);
  }

  /** Follows from the stream and the counter, so it need not be stored to be stable. */
  private static String eventId(long nonce, long counter) {
    long high = SplitMix64.mixed(nonce + counter * SplitMix64.STEP);
    long low = SplitMix64.mixed(high ^ nonce);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
