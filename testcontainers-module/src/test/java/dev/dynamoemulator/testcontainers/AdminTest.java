package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handle, against an emulator in this JVM. */
class AdminTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private final Emulator emulator = Emulator.start();
  private final Admin admin = new Admin(emulator.endpoint());

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void movesTheClock() {
    admin.setClock(NEW_YEAR);
    admin.advance(Duration.ofMinutes(90));

    assertThat(admin.now()).isEqualTo("2026-01-01T01:30:00Z");
    assertThat(emulator.clock().instant()).isEqualTo(admin.now());

    admin.releaseClock();
    assertThat(emulator.clock().isFixed()).isFalse();
  }

  @Test
  void restoresSnapshots() {
    admin.setClock(NEW_YEAR);
    String snapshot = admin.snapshot();
    admin.releaseClock();

    admin.restore(snapshot);

    assertThat(admin.now()).isEqualTo(NEW_YEAR);
  }

  @Test
  void resetsToTheBaseline() {
    admin.setClock(NEW_YEAR);
    admin.baseline();
    admin.advance(Duration.ofDays(1));

    admin.reset();

    assertThat(admin.now()).isEqualTo(NEW_YEAR);
  }

  @Test
  void sweeps() {
    assertThat(admin.sweepExpiredItems()).isZero();
  }

  @Test
  void saysWhyTheEmulatorRefuses() {
    String snapshot = admin.snapshot();
    admin.deleteSnapshot(snapshot);

    assertThatThrownBy(() -> admin.restore(snapshot))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no snapshot 'snapshot-1'");
  }
}
