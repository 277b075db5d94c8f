package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.engine.IdempotencyTokens.Outcome;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evidence: transactions.md §4. */
class IdempotencyTokensTest {

  private static final Namespace HERE = new Namespace("000000000000", "us-east-1");
  private static final Namespace THERE = new Namespace("000000000000", "eu-west-2");

  private final AdjustableClock clock = AdjustableClock.fixed(Instant.EPOCH);
  private final IdempotencyTokens tokens = new IdempotencyTokens(clock);
  private final List<String> runs = new ArrayList<>();

  private boolean runOnce(Namespace namespace, String token, Object content) {
    return tokens.runOnce(namespace, token, content, () -> runs.add(token));
  }

  @Test
  void runsOnceForATokenOfANamespace() {
    assertThat(runOnce(HERE, "a", 1)).isTrue();
    assertThat(runOnce(HERE, "a", 1)).isFalse();
    assertThat(runOnce(HERE, "b", 1)).isTrue();
    assertThat(runOnce(THERE, "a", 2)).isTrue();

    assertThat(runs).containsExactly("a", "b", "a");
  }

  @Test
  void runsAlwaysWithoutAToken() {
    assertThat(runOnce(HERE, null, 1)).isTrue();
    assertThat(runOnce(HERE, null, 1)).isTrue();
  }

  @Test
  void givesBackTheFirstOutcome() {
    assertThat(tokens.run(HERE, "a", 1, () -> "first")).isEqualTo(new Outcome<>("first", false));
    assertThat(tokens.run(HERE, "a", 1, () -> "second")).isEqualTo(new Outcome<>("first", true));
  }

  @Test
  void countsTheTenMinutesFromTheEndOfTheFirstCall() {
    tokens.runOnce(HERE, "a", 1, () -> clock.advance(Duration.ofMinutes(9)));
    clock.advance(Duration.ofMinutes(9));

    assertThat(runOnce(HERE, "a", 1)).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(runOnce(HERE, "a", 1)).isTrue();
  }

  @Test
  void refusesACallWhileTheFirstIsRunning() {
    tokens.runOnce(
        HERE,
        "a",
        1,
        () -> {
          assertThatThrownBy(() -> runOnce(HERE, "a", 1))
              .hasMessage("The transaction with the given request token is already in progress.");
          assertThatThrownBy(() -> runOnce(HERE, "a", 2))
              .hasMessage(
                  "Request parameters do not match the parameters of the initial request with the"
                      + " same token");
          assertThat(runOnce(THERE, "a", 1)).isTrue();
        });
  }

  @Test
  void forgetsATokenWhoseTransactionFailed() {
    IllegalStateException failure = new IllegalStateException();
    assertThatThrownBy(
            () ->
                tokens.runOnce(
                    HERE,
                    "a",
                    1,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(runOnce(HERE, "a", 2)).isTrue();
  }

  @Test
  void forgetsTheOldestOfVeryManyTokens() {
    int many = 1 << 18;
    for (int i = 0; i <= many; i++) {
      tokens.runOnce(HERE, Integer.toString(i), 1, () -> {});
    }
    runOnce(HERE, "another", 1);

    assertThat(runOnce(HERE, Integer.toString(many), 1)).isFalse();
    assertThat(runOnce(HERE, "0", 1)).isTrue();
  }
}
