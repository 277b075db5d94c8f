package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.item.ItemsFixture;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Evidence: items.md §3 (atomic updates, conditional writes), transactions.md §6. */
class ConcurrentWritesTest {

  private static final int THREADS = 6;

  private final ItemsFixture items = ItemsFixture.newer();

  @Test
  void losesNoAddition() throws InterruptedException {
    items.create("tbl", "pk:S", "GSI byHits hits:N ALL");

    Together.run(
        THREADS,
        thread -> {
          for (int i = 0; i < 150; i++) {
            items.call(
                "UpdateItem",
                "{'TableName':'tbl','Key':{'pk':{'S':'1'}},'UpdateExpression':'ADD hits :one',"
                    + "'ExpressionAttributeValues':{':one':{'N':'1'}}}");
          }
        });

    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("hits").get("N").asInt())
        .isEqualTo(THREADS * 150);
    new IndexAgreement(items, "tbl").check("byHits", "hits");
  }

  @Test
  void letsOneOfManyWinAnOptimisticLock() throws InterruptedException {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'version':{'N':'0'}");
    AtomicInteger wins = new AtomicInteger();

    Together.run(
        THREADS,
        thread -> {
          for (int i = 0; i < 150; i++) {
            int version = items.get("tbl", "'pk':{'S':'1'}").get("version").get("N").asInt();
            wins.addAndGet(tryToReplace(version));
          }
        });

    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("version").get("N").asInt())
        .isEqualTo(wins.get());
  }

  /** 1 when the item still had that version, otherwise 0. */
  private int tryToReplace(int version) {
    JsonNode answer =
        items.answer(
            "PutItem",
            "{'TableName':'tbl','Item':{'pk':{'S':'1'},'version':{'N':'%d'}},'ConditionExpression':'version = :v','ExpressionAttributeValues':{':v':{'N':'%d'}}}"
                .formatted(version + 1, version));
    return answer.has("__type") ? 0 : 1;
  }

  @Test
  void createsAnItemOnlyOnce() throws InterruptedException {
    items.create("tbl", "pk:S");
    AtomicInteger[] wins = new AtomicInteger[50];
    for (int i = 0; i < wins.length; i++) {
      wins[i] = new AtomicInteger();
    }

    Together.run(
        THREADS,
        thread -> {
          for (int i = 0; i < wins.length; i++) {
            JsonNode answer =
                items.answer(
                    "PutItem",
                    "{'TableName':'tbl','Item':{'pk':{'S':'%d'}},'ConditionExpression':'attribute_not_exists(pk)'}"
                        .formatted(i));
            wins[i].addAndGet(answer.has("__type") ? 0 : 1);
          }
        });

    assertThat(wins).allSatisfy(win -> assertThat(win).hasValue(1));
  }

  @Test
  void keepsIndexesInStepWithItems() throws InterruptedException {
    items.create("tbl", "pk:S", "GSI whole gpk:S ALL", "GSI ranged gpk:S gsk:N ALL");
    IndexAgreement agreement = new IndexAgreement(items, "tbl");

    Together.run(
        THREADS,
        thread -> {
          Random random = new Random(thread);
          for (int i = 0; i < 150; i++) {
            if (thread == 0) {
              // No item is seen twice in one read of an index, however it moves.
              agreement.scan(",'IndexName':'ranged'");
              queryPartition(random);
            } else {
              RandomWrites.write(items, "tbl", random);
            }
          }
        });

    agreement.check("whole", "gpk");
    agreement.check("ranged", "gpk", "gsk");
    agreement.checkStatistics();
  }

  private void queryPartition(Random random) {
    String partition = RandomWrites.partition(random);
    JsonNode page =
        items.call(
            "Query",
            "{'TableName':'tbl','IndexName':'whole','KeyConditionExpression':'gpk = :g','ExpressionAttributeValues':{':g':{'S':'%s'}}}"
                .formatted(partition));
    for (JsonNode item : page.get("Items")) {
      assertThat(item.get("gpk").get("S").asText()).isEqualTo(partition);
    }
  }
}
