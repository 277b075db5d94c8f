package dev.dynamoemulator.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustableClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AdjustableClock clock = AdjustableClock.fixed(START);
  private final Scheduler scheduler = new Environment(clock, Ids.seeded(1)).scheduler();
  private final List<String> runs = new ArrayList<>();

  @Test
  void standsStillUntilAdvanced() {
    assertThat(clock.instant()).isEqualTo(START);

    clock.advance(Duration.ofMillis(1));

    assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
  }

  @Test
  void runsWhatFallsDueInOrderAndAtItsTime() {
    schedule(20, "late");
    schedule(10, "first of two");
    schedule(10, "second of two");
    schedule(31, "too late");

    clock.advance(Duration.ofSeconds(30));

    assertThat(runs).containsExactly("first of two at 10", "second of two at 10", "late at 20");
  }

  @Test
  void runsWhatATaskSchedulesWithinTheAdvance() {
    scheduler.schedule(Duration.ofSeconds(10), () -> schedule(10, "next"));

    clock.advance(Duration.ofSeconds(20));

    assertThat(runs).containsExactly("next at 20");
  }

  @Test
  void runsTaskWithoutDelayAtOnce() {
    schedule(0, "now");

    assertThat(runs).containsExactly("now at 0");
  }

  @Test
  void doesNotRunCancelledTask() {
    Scheduled task = scheduler.schedule(Duration.ofSeconds(1), () -> runs.add("cancelled"));

    task.cancel();
    clock.advance(Duration.ofSeconds(2));

    assertThat(runs).isEmpty();
  }

  @Test
  void runsTheNextTaskAfterOneThatFailed() {
    scheduler.schedule(
        Duration.ofSeconds(1),
        () -> {
          throw new ExpectedFailure();
        });
    schedule(2, "next");

    clock.advance(Duration.ofSeconds(2));

    assertThat(runs).containsExactly("next at 2");
  }

  @Test
  void dropsTasksWhenClosed() {
    schedule(1, "dropped");

    scheduler.close();
    clock.advance(Duration.ofSeconds(1));

    assertThat(runs).isEmpty();
  }

  @Test
  void runsWhatFallsDueWhenItIsFixedLater() {
    schedule(10, "due");

    clock.fix(START.plusSeconds(20));

    assertThat(runs).containsExactly("due at 10");
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(20));
  }

  @Test
  void takesWaitingTasksAlongWhenItIsFixedEarlier() {
    schedule(10, "due");

    clock.fix(START.minusSeconds(1000));
    assertThat(runs).isEmpty();

    clock.advance(Duration.ofSeconds(10));
    assertThat(runs).containsExactly("due at -990");
  }

  @Test
  void repeatsTasks() {
    scheduler.repeat(Duration.ofSeconds(10), () -> runs.add("run at " + passed()));

    clock.advance(Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(9));
    clock.advance(Duration.ofSeconds(1));

    assertThat(runs).containsExactly("run at 10", "run at 20");
  }

  @Test
  void runsRepeatedTaskOnceOnALongWayAtTheLastOfItsTimes() {
    scheduler.repeat(Duration.ofSeconds(10), () -> runs.add("repeated at " + passed()));
    schedule(400, "single");

    clock.advance(Duration.ofHours(1).plusSeconds(9));
    clock.advance(Duration.ofSeconds(1));

    assertThat(runs).containsExactly("single at 400", "repeated at 3600", "repeated at 3610");
  }

  @Test
  void followsTheSystemWhenReleased() {
    schedule(10, "due");

    clock.release();

    assertThat(clock.isFixed()).isFalse();
    assertThat(clock.instant()).isBetween(systemTime().minusSeconds(60), systemTime());
    assertThat(runs).containsExactly("due at 10");
  }

  @Test
  void keepsAnOffsetWhenAdvancedWhileItFollowsTheSystem() {
    AdjustableClock running = AdjustableClock.system();
    Instant before = running.instant();

    running.advance(Duration.ofDays(30));

    assertThat(running.isFixed()).isFalse();
    assertThat(running.instant())
        .isBetween(before.plus(Duration.ofDays(30)), systemTime().plus(Duration.ofDays(31)));
  }

  @Test
  void runsWhatFallsDueWhileItFollowsTheSystem() {
    AdjustableClock running = AdjustableClock.system();
    try (Environment environment = new Environment(running, Ids.random())) {
      Instant due = running.instant().plus(Duration.ofDays(1));
      List<Boolean> isDue = new ArrayList<>();
      environment
          .scheduler()
          .schedule(Duration.ofDays(1), () -> isDue.add(!running.instant().isBefore(due)));

      running.advance(Duration.ofDays(2));

      assertThat(isDue).containsExactly(true);
    }
  }

  @Test
  void copyGoesItsOwnWay() {
    AdjustableClock copy = clock.copy();
    schedule(10, "due");

    copy.advance(Duration.ofMinutes(1));

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(runs).isEmpty();

    clock.follow(copy);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    assertThat(runs).isEmpty();
  }

  private static Instant systemTime() {
    return AdjustableClock.system().instant();
  }

  @Test
  void refusesToGoBack() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void schedule(int seconds, String name) {
    scheduler.schedule(Duration.ofSeconds(seconds), () -> runs.add(name + " at " + passed()));
  }

  private long passed() {
    return Duration.between(START, clock.instant()).toSeconds();
  }

  /** Without a stack trace, to keep the log of the tests short. */
  private static final class ExpectedFailure extends RuntimeException {
    ExpectedFailure() {
      super("Expected", null, false, false);
    }
  }
}
