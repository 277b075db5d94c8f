package dev.dynamoemulator.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepsTest {

  private final AdjustableClock clock =
      AdjustableClock.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private final Scheduler scheduler = clock.newScheduler();

  @Test
  void takesAnyNumberOfStepsWithoutNesting() {
    Set<Integer> depths = new HashSet<>();
    List<Integer> taken = new ArrayList<>();
    new Steps(
            scheduler,
            steps -> {
              depths.add(new Throwable().getStackTrace().length);
              taken.add(taken.size());
              if (taken.size() < 10_000) {
                steps.schedule(Duration.ZERO);
              }
            })
        .schedule(Duration.ZERO);

    assertThat(taken).hasSize(10_000);
    assertThat(depths).hasSize(1);
  }

  @Test
  void waitsForDelaysBetweenSteps() {
    List<Instant> times = new ArrayList<>();
    new Steps(
            scheduler,
            steps -> {
              times.add(clock.instant());
              steps.schedule(Duration.ofSeconds(2));
            })
        .schedule(Duration.ofSeconds(1));

    clock.advance(Duration.ofSeconds(4));

    assertThat(times)
        .containsExactly(
            Instant.parse("2026-03-01T12:00:01Z"), Instant.parse("2026-03-01T12:00:03Z"));
  }

  @Test
  void goesOnAfterAStepThatFails() {
    List<Integer> taken = new ArrayList<>();
    Steps steps =
        new Steps(
            scheduler,
            self -> {
              taken.add(taken.size());
              throw new IllegalStateException("expected by the test");
            });

    steps.schedule(Duration.ZERO);
    steps.schedule(Duration.ZERO);

    assertThat(taken).hasSize(2);
  }
}
