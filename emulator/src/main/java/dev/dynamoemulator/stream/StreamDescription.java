package dev.dynamoemulator.stream;

import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.StreamViewType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that is known of a stream besides its records. Immutable.
 *
 * @param nonce random bits that tell its records and storage from those of all other streams
 * @param key the key of its table
 * @param created when it was enabled
 * @param disabled when its shards were closed for good; null before
 * @param shards in the order of their creation
 */
public record StreamDescription(
    StreamName name,
    long nonce,
    KeySchema key,
    StreamViewType viewType,
    StreamStatus status,
    Instant created,
    Instant disabled,
    List<Shard> shards) {

  public StreamDescription {
    shards = List.copyOf(shards);
  }

  StreamDescription withStatus(StreamStatus next) {
    return new StreamDescription(name, nonce, key, viewType, next, created, disabled, shards);
  }

  StreamDescription disabledAt(Instant now, List<Shard> closedShards) {
    return new StreamDescription(name, nonce, key, viewType, status, created, now, closedShards);
  }

  StreamDescription withShards(List<Shard> next) {
    return new StreamDescription(name, nonce, key, viewType, status, created, disabled, next);
  }

  /** Whether the stream is to vanish (streams.md §2.6). */
  boolean isExpired(Instant now) {
    return disabled != null && !disabled.plus(Shard.RETENTION).isAfter(now);
  }

  /** The shard of that id, or null. */
  Shard shard(String id) {
    for (Shard shard : shards) {
      if (shard.id().equals(id)) {
        return shard;
      }
    }
    return null;
  }

  /** The shard that takes a change, or null when the stream is disabled. */
  Shard responsibleShard(int partitionHash) {
    for (int i = shards.size() - 1; i >= 0; i--) {
      if (shards.get(i).isResponsibleFor(partitionHash)) {
        return shards.get(i);
      }
    }
    return null;
  }

  /** Where the description is kept among all streams. */
  String id() {
    return HexFormat.of().toHexDigits(nonce);
  }

  /** The storage collection of a shard's records. */
  String collection(Shard shard) {
    return "s/" + id() + "/" + shard.id();
  }
}
