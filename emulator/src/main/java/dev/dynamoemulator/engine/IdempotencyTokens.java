package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The tokens of transactions that went through in the last ten minutes, each with what its request
 * said (transactions.md §4). They are committed with what their transactions write, so that a
 * client that saw no answer may repeat itself after a crash. A cancelled transaction leaves its
 * token unused. Thread-safe.
 *
 * <p>SDKs send a token with every transaction. Not to let a load test fill the memory, the oldest
 * tokens are forgotten early when there are very many; the service does not do that.
 */
public final class IdempotencyTokens {

  private static final String COLLECTION = "idempotency-tokens";
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_TOKENS = 1 << 18;

  /** More than one, so that the store is rid of them faster than it takes new ones. */
  private static final int REMOVED_PER_COMMIT = 4;

  private record Completed(long content, Instant expiry) {}

  private final InstantSource clock;
  private final Map<Token, Long> running = new HashMap<>();
  private final Map<Token, Completed> completed = new LinkedHashMap<>();

  /** No longer in memory but still in storage. */
  private final Set<Token> forgotten = new LinkedHashSet<>();

  private IdempotencyTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens the tokens of a store. */
  public static IdempotencyTokens open(Storage storage, InstantSource clock) {
    IdempotencyTokens tokens = new IdempotencyTokens(clock);
    tokens.load(storage);
    return tokens;
  }

  private void load(Storage storage) {
    Map<Token, Completed> unordered = new HashMap<>();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        ByteBuffer value = ByteBuffer.wrap(entries.value());
        Completed earlier = new Completed(value.getLong(), Instant.ofEpochMilli(value.getLong()));
        unordered.put(Token.decode(entries.key()), earlier);
      }
    }
    unordered.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Completed::expiry)))
        .forEach(entry -> completed.put(entry.getKey(), entry.getValue()));
  }

  /**
   * Runs the transaction unless a call with the same token has done so.
   *
   * @param token null to run it in any case
   * @param fingerprint of what the request says: the same token must come with an equal one
   * @param transaction has its receipt committed
   * @return whether it was run now
   * @throws dev.dynamoemulator.model.DynamoDbException when the content differs, or the earlier
   *     call is still running
   */
  public boolean runOnce(
      Namespace namespace, String token, LongSupplier fingerprint, Consumer<Receipt> transaction) {
    if (token == null) {
      transaction.accept(Receipt.NONE);
      return true;
    }
    Token key = new Token(namespace, token);
    long content = fingerprint.getAsLong();
    if (!begin(key, content)) {
      return false;
    }
    boolean isDone = false;
    try {
      transaction.accept(batch -> addTo(batch, key, content));
      isDone = true;
    } finally {
      end(key, content, isDone);
    }
    return true;
  }

  /** Whether the call is the first with its token. */
  private synchronized boolean begin(Token token, long content) {
    forgetExpired();
    Completed earlier = completed.get(token);
    Long known = earlier == null ? running.get(token) : (Long) earlier.content();
    if (known != null && known != content) {
      throw TransactionErrors.parameterMismatch();
    }
    if (earlier == null && running.putIfAbsent(token, content) != null) {
      throw TransactionErrors.inProgress();
    }
    return earlier == null;
  }

  private synchronized void addTo(WriteBatch batch, Token token, long content) {
    forgotten.remove(token);
    Iterator<Token> oldest = forgotten.iterator();
    for (int i = 0; i < REMOVED_PER_COMMIT && oldest.hasNext(); i++) {
      batch.remove(COLLECTION, oldest.next().encode());
      oldest.remove();
    }
    long expiry = clock.instant().plus(WINDOW).toEpochMilli();
    byte[] value = ByteBuffer.allocate(2 * Long.BYTES).putLong(content).putLong(expiry).array();
    batch.put(COLLECTION, token.encode(), value);
  }

  private synchronized void end(Token token, long content, boolean isDone) {
    running.remove(token);
    if (isDone) {
      completed.put(token, new Completed(content, clock.instant().plus(WINDOW)));
    }
  }

  /** They expire in the order in which they were completed. */
  private void forgetExpired() {
    Instant now = clock.instant();
    Iterator<Map.Entry<Token, Completed>> oldest = completed.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Token, Completed> entry = oldest.next();
      if (entry.getValue().expiry().isAfter(now) && completed.size() <= MOST_TOKENS) {
        return;
      }
      forgotten.add(entry.getKey());
      oldest.remove();
    }
  }

  private record Token(Namespace namespace, String text) {

    private static final String SEPARATOR = "\n";

    byte[] encode() {
      return String.join(SEPARATOR, namespace.account(), namespace.region(), text)
          .getBytes(StandardCharsets.UTF_8);
    }

    /** A token may hold anything, but it comes last. */
    static Token decode(byte[] bytes) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, 3);
      return new Token(new Namespace(parts[0], parts[1]), parts[2]);
    }
  }
}
