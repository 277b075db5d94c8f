package dev.dynamoemulator.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BackupConcurrencyTest {

  private static final int ITEMS = 2_000;
  private static final int BACKUPS = 10;

  private final BackupFixture backups = BackupFixture.immediate();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();

  /** What was answered before the request is in the backup, what began after the answer is not. */
  @Test
  void holdsTheStateOfItsRequestWhileItemsAreWritten() throws Exception {
    backups.create("orders");
    for (int i = 0; i < ITEMS; i++) {
      backups.put("orders", "k" + i, "old");
    }
    backups.put("orders", "counter", "0");
    CompletableFuture<Void> writer = CompletableFuture.runAsync(this::countOn);

    for (int round = 0; round < BACKUPS; round++) {
      int lowest = answered.get();
      String arn = backups.backup("orders");
      int highest = begun.get();
      backups.restore(arn, "restored" + round);

      Map<String, String> items = backups.items("restored" + round);
      assertThat(items).hasSizeBetween(ITEMS, ITEMS + 1);
      assertThat(Integer.parseInt(items.get("counter"))).isBetween(lowest, highest);
    }
    isOver.set(true);
    writer.get();
    assertThat(answered.get()).isGreaterThan(BACKUPS);
  }

  private void countOn() {
    while (!isOver.get()) {
      int next = begun.incrementAndGet();
      backups.put("orders", "counter", Integer.toString(next));
      backups.delete("orders", "k" + next % ITEMS);
      backups.put("orders", "k" + next % ITEMS, "new");
      answered.set(next);
    }
  }
}
