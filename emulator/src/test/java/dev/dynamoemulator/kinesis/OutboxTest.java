package dev.dynamoemulator.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What waits, how long and how much of it, while the sink is away. */
class OutboxTest {

  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/music";

  private final Storage storage = H2Storage.inMemory();
  private final AdjustableClock clock =
      AdjustableClock.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private final RecordingSink sink = new RecordingSink();
  private Outbox outbox = open(Long.MAX_VALUE);

  /** Takes records while it is there. */
  private static final class RecordingSink implements Sink {

    final List<String> taken = new ArrayList<>();
    final Set<Integer> depths = new HashSet<>();
    boolean isAway;

    @Override
    public CompletableFuture<Integer> put(String streamArn, List<KinesisRecord> records) {
      depths.add(new Throwable().getStackTrace().length);
      if (isAway) {
        return CompletableFuture.failedFuture(new IOException("away"));
      }
      records.forEach(record -> taken.add(new String(record.data(), StandardCharsets.UTF_8)));
      return CompletableFuture.completedFuture(records.size());
    }
  }

  private Outbox open(long limit) {
    return new Outbox(
        "outbox", storage, new Environment(clock, Ids.seeded(1)), sink, new Backlog(limit));
  }

  private void add(String data) {
    WriteBatch batch = new WriteBatch();
    outbox.add(batch, record(data));
    storage.commit(batch);
    outbox.wake();
  }

  private KinesisRecord record(String data) {
    return new KinesisRecord(clock.instant(), ARN, "k", data.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void waitsForADayAndNoLonger() {
    sink.isAway = true;
    add("1");
    clock.advance(Duration.ofHours(1));
    add("2");

    clock.advance(Duration.ofHours(23).plusMinutes(1));
    sink.isAway = false;
    clock.advance(Duration.ofMinutes(1));

    assertThat(sink.taken).containsExactly("2");
    assertThat(storage.count("outbox")).isZero();
  }

  @Test
  void remembersAcrossARestartHowLongItHasWaited() {
    sink.isAway = true;
    add("1");
    clock.advance(Duration.ofHours(12));
    add("2");
    outbox.close();

    outbox = open(Long.MAX_VALUE);
    clock.advance(Duration.ofHours(12).plusSeconds(1));
    sink.isAway = false;
    outbox.wake();

    assertThat(sink.taken).containsExactly("2");
  }

  @Test
  void dropsTheOldestWhenTooMuchWaits() {
    int three = 3 * record("1").size();
    outbox = open(three);
    sink.isAway = true;
    for (String data : List.of("1", "2", "3", "4", "5")) {
      add(data);
    }
    assertThat(storage.count("outbox")).isEqualTo(3);
    outbox.close();

    outbox = open(three);
    add("6");
    assertThat(storage.count("outbox")).isEqualTo(3);
    sink.isAway = false;
    clock.advance(Duration.ofMinutes(1));

    assertThat(sink.taken).containsExactly("4", "5", "6");
  }

  @Test
  void deliversWhatHasGatheredWithoutNesting() {
    WriteBatch batch = new WriteBatch();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      outbox.add(batch, record("" + i));
      all.add("" + i);
    }
    storage.commit(batch);

    outbox.wake();

    assertThat(sink.taken).isEqualTo(all);
    assertThat(sink.depths).hasSize(1);
  }
}
