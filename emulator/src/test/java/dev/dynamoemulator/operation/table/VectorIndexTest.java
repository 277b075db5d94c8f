package dev.dynamoemulator.operation.table;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.item.VectorTableText;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Definition, description and life cycle of vector indexes. Evidence: vector-search.md §1, §2. */
class VectorIndexTest {

  private static final TransientDelays DELAYS =
      new TransientDelays(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final Storage storage = H2Storage.inMemory();
  private TableFixture tables = TableFixture.with(storage, DELAYS);

  @Test
  void describesAnIndexAsItWasDefined() {
    create("schema embedding 3 EUCLIDEAN INCLUDE:label,note HASH:tenant:S INLINE_FILTER:kind:N");

    assertThat(index())
        .isEqualTo(
            json(
                """
                {'IndexName':'schema',
                 'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/docs/index/schema',
                 'VectorAttribute':{'AttributeName':'embedding'},
                 'SearchSchema':[
                   {'AttributeName':'tenant','SearchSchemaElementType':'HASH'},
                   {'AttributeName':'kind','SearchSchemaElementType':'INLINE_FILTER'}],
                 'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['label','note']},
                 'Dimensions':3,'DistanceFunction':'EUCLIDEAN','IndexStatus':'CREATING',
                 'IndexSizeBytes':0,'ItemCount':0}
                """));
  }

  @Test
  void showsNoSearchSchemaWhereThereIsNone() {
    create("plain embedding 3 COSINE ALL");

    assertThat(index().has("SearchSchema")).isFalse();
  }

  /** Rule 2.1. */
  @Test
  void anIndexMadeWithItsTableBecomesActiveWithIt() {
    create("plain embedding 3 COSINE ALL");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("CREATING");

    tables.advance(10);

    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index().has("Backfilling")).isFalse();
  }

  /** Rule 2.2. */
  @Test
  void anIndexAddedLaterIsAllocatedThenFilledThenActive() {
    create("one embedding 3 COSINE ALL");
    tables.advance(10);

    JsonNode answer =
        tables
            .call("UpdateTable", VectorTableText.addIndex("docs", "two v 4 DOT_PRODUCT KEYS_ONLY"))
            .get("TableDescription");

    assertThat(answer.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(state(answer.get("VectorIndexes").get(1))).isEqualTo("CREATING false");
    tables.advance(10);
    assertThat(tables.describe("docs").get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(state(index("two"))).isEqualTo("CREATING true");
    assertThat(tables.backfills).isEmpty();
    tables.advance(10);
    assertThat(state(index("two"))).isEqualTo("ACTIVE absent");
    assertThat(tables.backfills).containsExactly("docs.two");
  }

  /** Rule 2.5. */
  @Test
  void anIndexThatIsBeingFilledCanBeDeleted() {
    create("one embedding 3 COSINE ALL");
    tables.advance(10);
    tables.call("UpdateTable", VectorTableText.addIndex("docs", "two v 4 COSINE ALL"));
    tables.advance(10);

    tables.call("UpdateTable", VectorTableText.deleteIndex("docs", "two"));

    assertThat(state(index("two"))).isEqualTo("DELETING absent");
    tables.advance(20);
    assertThat(tables.describe("docs").get("VectorIndexes")).hasSize(1);
  }

  /** Rule 2.5, and tables.md §6.3 rule 5 for the definitions. */
  @Test
  void theLastIndexTakesTheMemberAndItsDefinitionsAlong() {
    create("schema embedding 3 COSINE ALL HASH:tenant:S");
    tables.advance(10);
    assertThat(tables.describe("docs").get("AttributeDefinitions")).hasSize(2);

    tables.call("UpdateTable", VectorTableText.deleteIndex("docs", "schema"));
    tables.advance(20);

    assertThat(tables.describe("docs").has("VectorIndexes")).isFalse();
    assertThat(tables.describe("docs").get("AttributeDefinitions")).hasSize(1);
  }

  @Test
  void definitionsOfASearchSchemaAreMergedIntoTheTable() {
    create("one embedding 3 COSINE ALL");
    tables.advance(10);

    tables.call(
        "UpdateTable", VectorTableText.addIndex("docs", "two v 4 COSINE ALL HASH:tenant:S"));

    assertThat(tables.describe("docs").get("AttributeDefinitions"))
        .contains(json("{'AttributeName':'tenant','AttributeType':'S'}"));
  }

  /** Rule 1.3. */
  @Test
  void oneAttributeMayHaveAnIndexOfEachFunction() {
    create("one v 3 COSINE ALL", "two v 3 EUCLIDEAN ALL", "three v 3 DOT_PRODUCT ALL");

    assertThat(tables.describe("docs").get("VectorIndexes")).hasSize(3);
  }

  @Test
  void anIndexThatWasBeingFilledIsFilledAfterAReopening() {
    create("one embedding 3 COSINE ALL");
    tables.advance(10);
    tables.call(
        "UpdateTable", VectorTableText.addIndex("docs", "two v 4 COSINE ALL HASH:tenant:S"));
    tables.advance(10);
    JsonNode before = tables.describe("docs");

    tables = TableFixture.with(storage, DELAYS);

    assertThat(tables.describe("docs")).isEqualTo(before);
    tables.advance(10);
    assertThat(state(index("two"))).isEqualTo("ACTIVE absent");
    assertThat(tables.backfills).containsExactly("docs.two");
  }

  @Test
  void aTableIsDeletedWithItsVectorIndexes() {
    create("one embedding 3 COSINE ALL");
    tables.advance(10);

    tables.call("DeleteTable", "{'TableName':'docs'}");
    tables.advance(10);

    assertThat(tables.error("DescribeTable", "{'TableName':'docs'}"))
        .isEqualTo("ResourceNotFoundException Requested resource not found: Table: docs not found");
  }

  private void create(String... indexes) {
    tables.call("CreateTable", VectorTableText.createTable("docs", indexes));
  }

  private JsonNode index() {
    return tables.describe("docs").get("VectorIndexes").get(0);
  }

  private JsonNode index(String name) {
    for (JsonNode index : tables.describe("docs").get("VectorIndexes")) {
      if (index.get("IndexName").asText().equals(name)) {
        return index;
      }
    }
    throw new AssertionError("no index " + name);
  }

  private static String state(JsonNode index) {
    return index.get("IndexStatus").asText() + " " + index.path("Backfilling").asText("absent");
  }
}
