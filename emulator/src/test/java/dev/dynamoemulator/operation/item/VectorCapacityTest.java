package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes by vector-search.md §5. Of the numbers only the least one, 1024, is known. */
class VectorCapacityTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.call(
        "CreateTable",
        VectorTableText.createTable(
            "docs", "plain embedding 3 COSINE KEYS_ONLY", "other wide 2 COSINE ALL"));
  }

  @AfterEach
  void close() {
    items.close();
  }

  @Test
  void aWriteReportsTheIndexesThatItChanges() {
    assertThat(put("INDEXES", "'embedding':{'L':" + vector("1 2 3") + "}"))
        .isEqualTo(
            json(
                """
                {'TableName':'docs','CapacityUnits':1.0,'Table':{'CapacityUnits':1.0},
                 'VectorIndexes':{'plain':{'VectorWriteRequestBytes':1024}}}
                """));
  }

  @Test
  void aTotalNamesNoIndexes() {
    assertThat(put("TOTAL", "'embedding':{'L':" + vector("1 2 3") + "}"))
        .isEqualTo(json("{'TableName':'docs','CapacityUnits':1.0}"));
  }

  @Test
  void aWriteThatLeavesTheEntryAloneReportsNoIndex() {
    put("NONE", "'embedding':{'L':" + vector("1 2 3") + "}");

    JsonNode same = put("INDEXES", "'a':{'S':'b'},'embedding':{'L':" + vector("1 2 3") + "}");

    assertThat(same.has("VectorIndexes")).isFalse();
  }

  /** The vector of a float index is the same when only digits beyond a float change. */
  @Test
  void digitsBeyondAFloatLeaveTheEntryAlone() {
    put("NONE", "'embedding':{'L':" + vector("1 2 3") + "}");

    JsonNode same = put("INDEXES", "'embedding':{'L':" + vector("1.00000000001 2 3") + "}");

    assertThat(same.has("VectorIndexes")).isFalse();
  }

  @Test
  void deletingReportsTheEntryThatGoes() {
    put("NONE", "'embedding':{'L':" + vector("1 2 3") + "}");

    JsonNode answer =
        items.call(
            "DeleteItem",
            "{'TableName':'docs','Key':{'pk':{'S':'a'}},'ReturnConsumedCapacity':'INDEXES'}");

    assertThat(answer.at("/ConsumedCapacity/VectorIndexes"))
        .isEqualTo(json("{'plain':{'VectorWriteRequestBytes':1024}}"));
  }

  /** Inferred: the projected attributes and four bytes a dimension. */
  @Test
  void countsAttributesAndVector() {
    JsonNode answer =
        put(
            "INDEXES",
            "'wide':{'L':" + vector("1 2") + "},'text':{'S':'" + "x".repeat(2000) + "'}");

    assertThat(answer.get("VectorIndexes"))
        .isEqualTo(
            json("{'other':{'VectorWriteRequestBytes':" + (2 + 1 + 4 + 2000 + 2 * 4) + "}}"));
  }

  @Test
  void transactionsAndBatchesReportTheSame() {
    String item = "{'pk':{'S':'%s'},'embedding':{'L':" + vector("1 2 3") + "}}";

    JsonNode batch =
        items.call(
            "BatchWriteItem",
            "{'ReturnConsumedCapacity':'INDEXES','RequestItems':{'docs':["
                + "{'PutRequest':{'Item':%s}},{'PutRequest':{'Item':%s}}]}}"
                    .formatted(item.formatted("a"), item.formatted("b")));
    JsonNode transaction =
        items.call(
            "TransactWriteItems",
            "{'ReturnConsumedCapacity':'INDEXES','TransactItems':[{'Put':{'TableName':'docs',"
                + "'Item':"
                + item.formatted("c")
                + "}}]}");

    assertThat(batch.at("/ConsumedCapacity/0/VectorIndexes"))
        .isEqualTo(json("{'plain':{'VectorWriteRequestBytes':2048}}"));
    assertThat(transaction.at("/ConsumedCapacity/0/VectorIndexes"))
        .isEqualTo(json("{'plain':{'VectorWriteRequestBytes':1024}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TOTAL", "INDEXES"})
  void aSearchReportsBytesAndNothingElse(String detail) {
    put("NONE", "'embedding':{'L':" + vector("1 2 3") + "}");

    assertThat(search(detail).get("ConsumedCapacity"))
        .isEqualTo(json("{'VectorSearchRequestBytes':1024}"));
  }

  @Test
  void aSearchReportsNothingUnasked() {
    assertThat(search("NONE").has("ConsumedCapacity")).isFalse();
  }

  private JsonNode put(String detail, String attributes) {
    return items
        .call(
            "PutItem",
            "{'TableName':'docs','ReturnConsumedCapacity':'%s','Item':{'pk':{'S':'a'},%s}}"
                .formatted(detail, attributes))
        .get("ConsumedCapacity");
  }

  private JsonNode search(String detail) {
    return items.call(
        "SearchVectors",
        """
        {'TableName':'docs','IndexName':'plain','TopK':1,'ReturnConsumedCapacity':'%s',
         'SearchVector':%s}
        """
            .formatted(detail, vector("1 2 3")));
  }
}
