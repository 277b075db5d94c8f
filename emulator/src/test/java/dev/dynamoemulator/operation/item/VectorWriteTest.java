package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the items is in a vector index. Evidence: vector-search.md §3. */
class VectorWriteTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.call(
        "CreateTable",
        VectorTableText.createTable(
            "docs",
            "plain embedding 3 COSINE ALL",
            "schema embedding 3 COSINE KEYS_ONLY HASH:tenant:S"));
  }

  @AfterEach
  void close() {
    items.close();
  }

  /** Rules 3.2, 3.3 and 3.8. */
  @Test
  void anItemIsInTheIndexesWhoseAttributesItHas() {
    items.put("docs", "'pk':{'S':'no vector'},'tenant':{'S':'a'}");
    items.put("docs", "'pk':{'S':'no tenant'},'embedding':{'L':" + vector("1 0 0") + "}");
    put("whole", "1 0 0");

    assertThat(plain()).containsExactlyInAnyOrder("no tenant", "whole");
    assertThat(schema("a")).containsExactly("whole");
  }

  /** Rule 3.4. */
  @Test
  void theEntryGoesWithTheVectorAndWithTheItem() {
    put("a", "1 0 0");
    put("b", "1 0 0");
    put("c", "1 0 0");

    update("a", "REMOVE embedding", "");
    update("b", "REMOVE tenant", "");
    items.call("DeleteItem", "{'TableName':'docs','Key':{'pk':{'S':'c'}}}");

    assertThat(plain()).containsExactly("b");
    assertThat(schema("a")).isEmpty();
  }

  @Test
  void anEntryMovesWithItsPartition() {
    put("a", "1 0 0");

    update("a", "SET tenant = :t", ",'ExpressionAttributeValues':{':t':{'S':'b'}}");

    assertThat(schema("a")).isEmpty();
    assertThat(schema("b")).containsExactly("a");
  }

  @Test
  void oneElementCanBeChanged() {
    put("a", "1 0 0");

    update("a", "SET embedding[0] = :n", ",'ExpressionAttributeValues':{':n':{'N':'-1'}}");

    assertThat(search("'IndexName':'plain'").get(0).get("Score").asDouble()).isEqualTo(2);
  }

  @Test
  void everyWayOfWritingIndexes() {
    String item = "{'pk':{'S':'%s'},'tenant':{'S':'a'},'embedding':{'L':" + vector("1 0 0") + "}}";
    items.call(
        "BatchWriteItem",
        "{'RequestItems':{'docs':[{'PutRequest':{'Item':" + item.formatted("batch") + "}}]}}");
    items.call(
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'docs','Item':"
            + item.formatted("transaction")
            + "}}]}");
    String statement =
        "INSERT INTO docs VALUE {#pk#: #statement#, #tenant#: #a#, #embedding#: [1, 0, 0]}"
            .replace("#", "\\u0027");
    items.call("ExecuteStatement", "{'Statement':'" + statement + "'}");
    update(
        "update",
        "SET tenant = :t, embedding = :e",
        ",'ExpressionAttributeValues':{':t':{'S':'a'},':e':{'L':" + vector("1 0 0") + "}}");

    assertThat(schema("a"))
        .containsExactlyInAnyOrder("batch", "transaction", "statement", "update");
  }

  /** Rule 3.6. */
  @Test
  void theTableKeepsTheNumbersAsWritten() {
    put("a", "0.1 16777217 1.000000059604644775390625");

    JsonNode embedding = items.get("docs", "'pk':{'S':'a'}").get("embedding").get("L");

    assertThat(embedding)
        .extracting(number -> number.get("N").asText())
        .containsExactly("0.1", "16777217", "1.000000059604644775390625");
  }

  /** Rule 3.7. */
  @Test
  void aBackfillSkipsWhatDoesNotConform() {
    items.call("CreateTable", VectorTableText.createTable("old", "other v 1 COSINE ALL"));
    items.put("old", "'pk':{'S':'in'},'embedding':{'L':" + vector("1 2") + "}");
    items.put("old", "'pk':{'S':'text'},'embedding':{'S':'a'}");
    items.put("old", "'pk':{'S':'long'},'embedding':{'L':" + vector("1 2 3") + "}");
    items.put("old", "'pk':{'S':'mixed'},'embedding':{'L':[{'N':'1'},{'S':'2'}]}");
    items.put("old", "'pk':{'S':'huge'},'embedding':{'L':" + vector("1 1e39") + "}");

    items.call("UpdateTable", VectorTableText.addIndex("old", "late embedding 2 COSINE ALL"));

    JsonNode index =
        items.call("DescribeTable", "{'TableName':'old'}").get("Table").get("VectorIndexes").get(1);
    assertThat(index.get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index.get("ItemCount").asInt()).isEqualTo(1);
  }

  /** An item that does not conform may be changed elsewhere, as with secondary indexes. */
  @Test
  void anOldVectorThatDoesNotConformMayStay() {
    items.call("CreateTable", VectorTableText.createTable("old", "other v 1 COSINE ALL"));
    items.put("old", "'pk':{'S':'text'},'embedding':{'S':'a'}");
    items.call("UpdateTable", VectorTableText.addIndex("old", "late embedding 2 COSINE ALL"));

    items.call(
        "UpdateItem",
        "{'TableName':'old','Key':{'pk':{'S':'text'}},'UpdateExpression':'SET a = :a',"
            + "'ExpressionAttributeValues':{':a':{'N':'1'}}}");

    assertThat(items.get("old", "'pk':{'S':'text'}").get("a").get("N").asText()).isEqualTo("1");
  }

  /** A size is that of the projected attributes with the vector (inferred, §5). */
  @Test
  void describesHowMuchAnIndexHolds() {
    put("a", "1 0 0");
    put("bb", "1 0 0");

    JsonNode indexes =
        items.call("DescribeTable", "{'TableName':'docs'}").get("Table").get("VectorIndexes");

    int vector = "embedding".length() + 3 + (1 + 2) + (1 + 1) + (1 + 1);
    int entry = "pk".length() + "tenant".length() + 1 + vector;
    assertThat(indexes.get(1).get("ItemCount").asInt()).isEqualTo(2);
    assertThat(indexes.get(1).get("IndexSizeBytes").asInt()).isEqualTo(2 * entry + 3);
    update("a", "REMOVE embedding", "");
    assertThat(
            items
                .call("DescribeTable", "{'TableName':'docs'}")
                .at("/Table/VectorIndexes/1/IndexSizeBytes")
                .asInt())
        .isEqualTo(entry + 2);
  }

  private void put(String pk, String vector) {
    items.put(
        "docs",
        "'pk':{'S':'%s'},'tenant':{'S':'a'},'embedding':{'L':%s}".formatted(pk, vector(vector)));
  }

  private void update(String pk, String expression, String members) {
    items.call(
        "UpdateItem",
        "{'TableName':'docs','Key':{'pk':{'S':'%s'}},'UpdateExpression':'%s'%s}"
            .formatted(pk, expression, members));
  }

  private List<String> plain() {
    return names(search("'IndexName':'plain'"));
  }

  private List<String> schema(String tenant) {
    return names(
        search(
            "'IndexName':'schema','SearchConditionExpression':'tenant = :t',"
                + "'ExpressionAttributeValues':{':t':{'S':'"
                + tenant
                + "'}}"));
  }

  private JsonNode search(String members) {
    return items
        .call(
            "SearchVectors",
            "{'TableName':'docs','TopK':10,'SearchVector':" + vector("1 0 0") + "," + members + "}")
        .get("SearchResults");
  }

  private static List<String> names(JsonNode results) {
    List<String> names = new ArrayList<>();
    results.forEach(result -> names.add(result.at("/Item/pk/S").asText()));
    return names;
  }
}
