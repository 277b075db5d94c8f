package dev.dynamoemulator.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.table.TableClass;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalTableCodecTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final GlobalTable TABLE =
      new GlobalTable(
          "3f1b",
          "songs",
          GlobalTableVersion.CURRENT,
          Consistency.STRONG,
          NOW,
          List.of(
              new Replica(
                  new Namespace("000000000000", "us-east-1"),
                  ReplicaStatus.ACTIVE,
                  ReplicaOverrides.NONE,
                  NOW),
              Replica.creating(
                  new Namespace("000000000000", "us-east-2"),
                  new ReplicaOverrides(
                      "key",
                      5L,
                      7L,
                      TableClass.STANDARD_INFREQUENT_ACCESS,
                      List.of(new ReplicaOverrides.OfIndex("index", 3L, null))))),
          new Witness("us-west-2", ReplicaStatus.CREATING));

  @Test
  void readsWhatItWrote() {
    assertThat(GlobalTableCodec.decode(GlobalTableCodec.encode(TABLE))).isEqualTo(TABLE);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] stored = GlobalTableCodec.encode(TABLE);
    stored[0] = 9;

    assertThatThrownBy(() -> GlobalTableCodec.decode(stored))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "The description of a global table is unreadable: its version is 9, this emulator knows"
                + " 2");
  }
}
