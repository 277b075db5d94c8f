package dev.dynamoemulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.StreamViewType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamCodecTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final StreamDescription STREAM =
      new StreamDescription(
          new StreamName(new Namespace("000000000000", "us-east-1"), "orders", "label"),
          -42,
          new KeySchema(
              List.of(new KeyAttribute("pk", AttributeType.S)),
              List.of(new KeyAttribute("sk", AttributeType.N))),
          StreamViewType.OLD_IMAGE,
          StreamStatus.DISABLED,
          NOW,
          NOW.plusSeconds(1),
          List.of(
              new Shard("shardId-1", null, 1, 0, 1L << 32, 1, 9, NOW, 5),
              new Shard("shardId-2", "shardId-1", 2, 0, 1L << 31, 10, 0, null, 0)));

  @Test
  void readsWhatItWrote() {
    assertThat(StreamCodec.decode(StreamCodec.encode(STREAM))).isEqualTo(STREAM);
  }

  @Test
  void namesAVersionThatItDoesNotKnow() {
    byte[] newer = StreamCodec.encode(STREAM);
    newer[0] = 2;

    assertThatThrownBy(() -> StreamCodec.decode(newer))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "The description of a stream is unreadable: its version is 2, this emulator knows 1");
  }
}
