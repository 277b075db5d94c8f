package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.ItemsFixture;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Evidence: tables.md §6.3. */
class BackfillTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @Test
  void fillsANewIndexWithWhatCanBeInIt() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'in'},'gpk':{'S':'g'},'gsk':{'N':'1'}");
    items.put("tbl", "'pk':{'S':'wrong type'},'gpk':{'N':'1'},'gsk':{'N':'1'}");
    items.put("tbl", "'pk':{'S':'empty'},'gpk':{'S':''},'gsk':{'N':'1'}");
    items.put(
        "tbl", "'pk':{'S':'too long'},'gsk':{'N':'1'},'gpk':{'S':'" + "x".repeat(2049) + "'}");
    items.put("tbl", "'pk':{'S':'half'},'gpk':{'S':'g'}");

    items.addIndex("tbl", "GSI ranged gpk:S gsk:N ALL");

    assertThat(new IndexAgreement(items, "tbl").scan(",'IndexName':'ranged'").keySet())
        .containsExactly(ItemsFixture.json("{'S':'in'}"));
  }

  @Test
  void fillsAnIndexWhileItemsAreWritten() throws InterruptedException {
    items.create("tbl", "pk:S");
    for (int i = 0; i < 200; i++) {
      items.put("tbl", "'pk':{'S':'%1$d'},'gpk':{'S':'g'},'gsk':{'N':'%1$d'}".formatted(i));
    }
    IndexAgreement agreement = new IndexAgreement(items, "tbl");

    Together.run(
        5,
        thread -> {
          if (thread == 0) {
            items.addIndex("tbl", "GSI whole gpk:S ALL");
            items.addIndex("tbl", "GSI ranged gpk:S gsk:N ALL");
          } else {
            Random random = new Random(thread);
            for (int i = 0; i < 150; i++) {
              RandomWrites.write(items, "tbl", random);
            }
          }
        });

    agreement.check("whole", "gpk");
    agreement.check("ranged", "gpk", "gsk");
    agreement.checkStatistics();
  }
}
