package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.engine.TransactionHold.Ticket;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TransactionHoldTest {

  private final AdjustableClock clock = AdjustableClock.fixed(Instant.EPOCH);
  private final TransactionHold hold =
      new TransactionHold(new Environment(clock, Ids.seeded(1)).scheduler());

  @Test
  void isOffUntilAskedFor() {
    assertThat(hold.ticket()).isNull();

    hold.holdUntilReleased();
    assertThat(hold.ticket()).isNotNull();

    hold.switchOff();
    assertThat(hold.ticket()).isNull();
  }

  @Test
  void countsAReleaseBeforeTheWaiting() {
    hold.holdUntilReleased();
    Ticket ticket = hold.ticket();

    hold.release();

    ticket.await();
  }

  @Test
  void releasesAlsoWhatWasToBeHeldForATime() {
    hold.holdFor(Duration.ofDays(1));
    Ticket ticket = hold.ticket();

    hold.release();

    ticket.await();
  }

  @Test
  void keepsHoldingAfterARelease() {
    hold.holdUntilReleased();

    hold.release();

    assertThat(hold.ticket()).isNotNull();
  }

  @Test
  void saysWhenTooFewAreHeldInTime() throws InterruptedException {
    assertThat(hold.awaitHeld(0, Duration.ZERO)).isTrue();
    assertThat(hold.awaitHeld(1, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void refusesANegativeTime() {
    assertThatThrownBy(() -> hold.holdFor(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A transaction cannot be held for PT-0.001S");
  }
}
