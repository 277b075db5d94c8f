package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.h2.H2Storage;
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
  private final Storage storage = H2Storage.inMemory();
  private final IdempotencyTokens tokens = IdempotencyTokens.open(storage, clock);
  private final List<String> runs = new ArrayList<>();

  private boolean runOnce(Namespace namespace, String token, long content) {
    return runOnce(tokens, namespace, token, content);
  }

  private boolean runOnce(
      IdempotencyTokens tokens, Namespace namespace, String token, long content) {
    return tokens.runOnce(
        namespace,
        token,
        () -> content,
        receipt -> {
          runs.add(token);
          commit(receipt);
        });
  }

  private void commit(Receipt receipt) {
    WriteBatch batch = new WriteBatch();
    receipt.addTo(batch);
    storage.commit(batch);
  }

  /** What the store gives back is what another process finds. */
  private IdempotencyTokens reopened() {
    return IdempotencyTokens.open(storage, clock);
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
  void knowsTokensOfTheProcessBefore() {
    runOnce(HERE, "a\nb", 1);
    clock.advance(Duration.ofMinutes(5));
    runOnce(HERE, "c", 2);
    IdempotencyTokens reopened = reopened();

    assertThat(runOnce(reopened, HERE, "a\nb", 1)).isFalse();
    assertThat(runOnce(reopened, THERE, "c", 3)).isTrue();
    assertThatThrownBy(() -> runOnce(reopened, HERE, "c", 3))
        .hasMessage(
            "Request parameters do not match the parameters of the initial request with the same"
                + " token");

    clock.advance(Duration.ofMinutes(5));
    assertThat(runOnce(reopened, HERE, "a\nb", 3)).isTrue();
    assertThat(runOnce(reopened, HERE, "c", 2)).isFalse();
  }

  @Test
  void keepsATokenInStorageNoLongerThanInMemory() {
    for (int i = 0; i < 10; i++) {
      runOnce(HERE, Integer.toString(i), 1);
    }
    clock.advance(Duration.ofMinutes(10));

    runOnce(HERE, "0", 2);
    runOnce(HERE, "10", 1);
    runOnce(HERE, "11", 1);

    assertThat(storage.count("idempotency-tokens")).isEqualTo(3);
    assertThat(runOnce(reopened(), HERE, "0", 2)).isFalse();
  }

  @Test
  void countsTheTenMinutesFromTheEndOfTheFirstCall() {
    tokens.runOnce(HERE, "a", () -> 1, receipt -> clock.advance(Duration.ofMinutes(9)));
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
        () -> 1,
        receipt -> {
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
                    () -> 1,
                    receipt -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(runOnce(HERE, "a", 2)).isTrue();
  }

  @Test
  void forgetsTheOldestOfVeryManyTokens() {
    int many = 1 << 18;
    for (int i = 0; i <= many; i++) {
      tokens.runOnce(HERE, Integer.toString(i), () -> 1, receipt -> {});
    }
    runOnce(HERE, "another", 1);

    assertThat(runOnce(HERE, Integer.toString(many), 1)).isFalse();
    assertThat(runOnce(HERE, "0", 1)).isTrue();
  }
}
