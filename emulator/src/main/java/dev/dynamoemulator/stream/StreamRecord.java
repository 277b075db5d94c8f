package dev.dynamoemulator.stream;

import dev.dynamoemulator.change.EventName;
import dev.dynamoemulator.item.StoredItem;
import java.time.Instant;

/**
 * One change of an item as the stream shows it (streams.md §7.7).
 *
 * @param eventId 32 hexadecimal digits that no other record of any stream has
 * @param created when the change was written
 * @param keys the key attributes of the table
 * @param newImage the item afterwards; null when the view type or the event leave it out
 * @param oldImage the item before; null likewise
 */
public record StreamRecord(
    SequenceNumber sequenceNumber,
    String eventId,
    EventName eventName,
    boolean isByTimeToLive,
    Instant created,
    StoredItem keys,
    StoredItem newImage,
    StoredItem oldImage) {

  /** What is shown, measured as items are. */
  public int sizeBytes() {
    return keys.size() + size(newImage) + size(oldImage);
  }

  private static int size(StoredItem image) {
    return image == null ? 0 : image.size();
  }
}
