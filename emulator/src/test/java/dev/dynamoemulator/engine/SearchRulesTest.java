package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.DistanceFunction;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.table.VectorIndexDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an index that is being built can be searched. Evidence: vector-search.md §4.4. */
class SearchRulesTest {

  @Test
  void anIndexThatIsNotServedYetIsUnknown() {
    assertThatThrownBy(() -> SearchRules.searchable(table(Backfill.ALLOCATING), "vectors"))
        .hasMessage("The table does not have the specified index: vectors");
  }

  @Test
  void anIndexThatIsBeingFilledIsRefused() {
    assertThatThrownBy(() -> SearchRules.searchable(table(Backfill.RUNNING), "vectors"))
        .hasMessage("Cannot search backfilling vector index: vectors");
  }

  @Test
  void aCompleteIndexCanBeSearched() {
    assertThat(SearchRules.searchable(table(Backfill.NONE), "vectors").name()).isEqualTo("vectors");
  }

  private static TableSchema table(Backfill backfill) {
    VectorIndexDefinition definition =
        new VectorIndexDefinition(
            "vectors", "embedding", 3, DistanceFunction.COSINE, List.of(), Projection.ALL);
    KeySchema key = new KeySchema(List.of(new KeyAttribute("pk", AttributeType.S)), List.of());
    return new TableSchema(
        "docs",
        key,
        List.of(),
        "table/docs",
        List.of(VectorIndex.creating(definition, "index/vectors", backfill)));
  }
}
