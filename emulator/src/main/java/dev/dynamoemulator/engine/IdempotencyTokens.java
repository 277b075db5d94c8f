package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The tokens of transactions that went through in the last ten minutes, each with what its request
 * said (transactions.md §4). A cancelled transaction leaves its token unused. Thread-safe.
 *
 * <p>SDKs send a token with every transaction. Not to let a load test fill the memory, the oldest
 * tokens are forgotten early when there are very many; the service does not do that.
 */
public final class IdempotencyTokens {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_TOKENS = 1 << 18;

  private record Token(Namespace namespace, String text) {}

  private record Completed(Object content, Instant expiry, Object outcome) {}

  private final InstantSource clock;
  private final Map<Token, Object> running = new HashMap<>();
  private final Map<Token, Completed> completed = new LinkedHashMap<>();

  public IdempotencyTokens(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a transaction came to.
   *
   * @param isReplay whether an earlier call did it, so that nothing was done now
   */
  public record Outcome<T>(T value, boolean isReplay) {}

  /**
   * Runs the transaction unless a call with the same token has done so.
   *
   * @return whether it was run now
   * @see #run
   */
  public boolean runOnce(Namespace namespace, String token, Object content, Runnable transaction) {
    return !run(
            namespace,
            token,
            content,
            () -> {
              transaction.run();
              return true;
            })
        .isReplay();
  }

  /**
   * Runs the transaction unless a call with the same token has done so.
   *
   * @param token null to run it in any case
   * @param content what the request says, or its fingerprint: the same token must come with an
   *     equal one. Kept for ten minutes, as is the outcome, so both should be small.
   * @throws dev.dynamoemulator.model.DynamoDbException when the content differs, or the earlier
   *     call is still running
   */
  public <T> Outcome<T> run(
      Namespace namespace, String token, Object content, Supplier<T> transaction) {
    if (token == null) {
      return new Outcome<>(transaction.get(), false);
    }
    Token key = new Token(namespace, token);
    Completed earlier = begin(key, content);
    if (earlier != null) {
      @SuppressWarnings("unchecked")
      T outcome = (T) earlier.outcome();
      return new Outcome<>(outcome, true);
    }
    T outcome = null;
    try {
      outcome = transaction.get();
      return new Outcome<>(outcome, false);
    } finally {
      end(key, content, outcome);
    }
  }

  /** The earlier call's outcome, or null when this call is the first. */
  private synchronized Completed begin(Token token, Object content) {
    forgetExpired();
    Completed earlier = completed.get(token);
    Object known = earlier == null ? running.get(token) : earlier.content();
    if (known != null && !known.equals(content)) {
      throw TransactionErrors.parameterMismatch();
    }
    if (earlier == null && running.putIfAbsent(token, content) != null) {
      throw TransactionErrors.inProgress();
    }
    return earlier;
  }

  private synchronized void end(Token token, Object content, Object outcome) {
    running.remove(token);
    if (outcome != null) {
      completed.put(token, new Completed(content, clock.instant().plus(WINDOW), outcome));
    }
  }

  /** They expire in the order in which they were completed. */
  private void forgetExpired() {
    Instant now = clock.instant();
    Iterator<Completed> oldest = completed.values().iterator();
    while (oldest.hasNext()
        && (!oldest.next().expiry().isAfter(now) || completed.size() > MOST_TOKENS)) {
      oldest.remove();
    }
  }
}
