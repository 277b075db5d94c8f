package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.model.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: vector-search.md §4. */
class SearchVectorsTest {

  private static final String TENANT_A =
      ",'SearchConditionExpression':'tenant = :t','ExpressionAttributeValues':{':t':{'S':'a'}}";

  private ItemsFixture items = ItemsFixture.newer();

  @AfterEach
  void close() {
    items.close();
  }

  /** §4.2 rule 6, as text: the numbers of the service to the last digit. */
  @ParameterizedTest
  @CsvSource({
    "COSINE, 0.0 0.4 1.0 2.0",
    "EUCLIDEAN, 0.0 0.8944272 1.4142135 2.0",
    "DOT_PRODUCT, 1.0 0.6 0.0 -1.0"
  })
  void scoresAsTheServiceDoes(String function, String scores) {
    create("plain embedding 3 " + function + " ALL");
    put("opposite", "-1 0 0");
    put("same", "1 0 0");
    put("orthogonal", "0 1 0");
    put("near", "0.6 0.8 0");

    JsonNode results = search("plain", 10, "1 0 0", "");

    assertThat(names(results)).containsExactly("same", "near", "orthogonal", "opposite");
    assertThat(results)
        .extracting(result -> result.get("Score").asText())
        .containsExactly(scores.split(" "));
  }

  @Test
  void returnsNoMoreThanTopK() {
    create("plain embedding 2 EUCLIDEAN ALL");
    for (int i = 0; i < 7; i++) {
      put("item-" + i, (7 - i) + " 0");
    }

    assertThat(names(search("plain", 3, "0 0", ""))).containsExactly("item-6", "item-5", "item-4");
    assertThat(search("plain", 100, "0 0", "")).hasSize(7);
  }

  /**
   * §4.2 rule 2: the answer is limited, and there is no token. That the worst matches are left out
   * is inferred.
   */
  @ParameterizedTest
  @CsvSource({"996, 3", "997, 2"})
  void returnsNoMoreThanAnAnswerHolds(int size, int expected) {
    items.close();
    items = ItemsFixture.with(Limits.DYNAMODB.withBatchGetSize(3_000));
    create("plain embedding 2 EUCLIDEAN ALL");
    for (int i = 0; i < 3; i++) {
      items.put(
          "docs",
          "'pk':{'S':'%d'},'v':%s,'embedding':{'L':%s}"
              .formatted(i, Values.string(size), vector(i + " 0")));
    }

    assertThat(names(search("plain", 3, "0 0", "")))
        .isEqualTo(List.of("0", "1", "2").subList(0, expected));
    assertThat(search("plain", 3, "0 0", ",'ProjectionExpression':'pk'")).hasSize(3);
  }

  @Test
  void anEmptyIndexGivesAnEmptyList() {
    create("plain embedding 2 EUCLIDEAN ALL");

    assertThat(items.call("SearchVectors", request("plain", 3, "0 0", "")))
        .isEqualTo(json("{'SearchResults':[]}"));
  }

  /** Inferred: a vector without length has no direction. */
  @Test
  void aZeroVectorIsOrthogonalToAll() {
    create("plain embedding 2 COSINE ALL");
    put("zero", "0 0");
    put("other", "3 4");

    assertThat(search("plain", 1, "0 0", "").get(0).get("Score").asDouble()).isEqualTo(1);
    assertThat(scoreOf("zero", search("plain", 2, "1 1", ""))).isEqualTo(1);
  }

  @Test
  void scoresBeyondAFloatAreItsLargest() {
    create("plain embedding 2 DOT_PRODUCT ALL");
    put("far", "3e38 3e38");

    assertThat(search("plain", 1, "3e38 3e38", "").get(0).get("Score").asText())
        .isEqualTo("3.4028235E38");
  }

  /** §4.2, projection of Item, rule 1. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "ALL | {'pk':{'S':'a'},'label':{'S':'l'},'note':{'S':'n'},'tenant':{'S':'a'},'kind':{'N':'1'}}",
        "KEYS_ONLY | {'pk':{'S':'a'},'tenant':{'S':'a'},'kind':{'N':'1'}}",
        "INCLUDE:label | {'pk':{'S':'a'},'label':{'S':'l'},'tenant':{'S':'a'},'kind':{'N':'1'}}",
        "INCLUDE:embedding | {'pk':{'S':'a'},'tenant':{'S':'a'},'kind':{'N':'1'}}"
      })
  void returnsWhatIsProjectedButTheVector(String projection, String item) {
    create("schema embedding 2 COSINE " + projection + " HASH:tenant:S INLINE_FILTER:kind:N");
    items.put(
        "docs",
        "'pk':{'S':'a'},'label':{'S':'l'},'note':{'S':'n'},'tenant':{'S':'a'},'kind':{'N':'1'},"
            + "'embedding':{'L':"
            + vector("1 0")
            + "}");

    assertThat(search("schema", 1, "1 0", TENANT_A).get(0).get("Item")).isEqualTo(json(item));
  }

  /** Rules 2 and 3: the index's floats, and nothing that is not in the index. */
  @Test
  void returnsTheVectorWhenItIsNamed() {
    create("plain embedding 5 COSINE INCLUDE:label");
    items.put(
        "docs",
        "'pk':{'S':'a'},'label':{'S':'l'},'note':{'S':'n'},'embedding':{'L':"
            + vector("1 0.1 16777217 1.000000059604644775390625 -0.0000015")
            + "}");

    JsonNode item =
        search("plain", 1, "1 0 0 0 0", ",'ProjectionExpression':'embedding, note, label'")
            .get(0)
            .get("Item");

    assertThat(item)
        .isEqualTo(
            json(
                """
                {'label':{'S':'l'},'embedding':{'L':[
                  {'N':'1.0'},{'N':'0.1'},{'N':'1.6777216E7'},{'N':'1.0'},{'N':'-1.5E-6'}]}}
                """));
  }

  @Test
  void returnsPartsOfAttributesAndElements() {
    create("plain embedding 2 COSINE ALL");
    items.put(
        "docs",
        "'pk':{'S':'a'},'map':{'M':{'x':{'S':'1'},'y':{'S':'2'}}},'embedding':{'L':"
            + vector("1 2")
            + "}");

    assertThat(
            search(
                    "plain",
                    1,
                    "1 0",
                    ",'ProjectionExpression':'#m.x, embedding[1]',"
                        + "'ExpressionAttributeNames':{'#m':'map'}")
                .get(0)
                .get("Item"))
        .isEqualTo(json("{'map':{'M':{'x':{'S':'1'}}},'embedding':{'L':[{'N':'2.0'}]}}"));
  }

  /** §4.3: K results are returned if K items match. */
  @Test
  void filtersBeforeTheCut() {
    create("schema embedding 2 EUCLIDEAN ALL HASH:tenant:S INLINE_FILTER:kind:N");
    for (int i = 0; i < 20; i++) {
      items.put(
          "docs",
          "'pk':{'S':'item-%d'},'tenant':{'S':'%s'},'kind':{'N':'%d'},'embedding':{'L':%s}"
              .formatted(i, i % 2 == 0 ? "a" : "b", i % 3, vector(i + " 0")));
    }

    JsonNode partition = search("schema", 3, "0 0", TENANT_A);
    JsonNode filtered =
        search(
            "schema",
            3,
            "0 0",
            ",'SearchConditionExpression':'#k = :k AND :t = tenant',"
                + "'ExpressionAttributeNames':{'#k':'kind'},"
                + "'ExpressionAttributeValues':{':t':{'S':'a'},':k':{'N':'1.0'}}");

    assertThat(names(partition)).containsExactly("item-0", "item-2", "item-4");
    assertThat(names(filtered)).containsExactly("item-4", "item-10", "item-16");
  }

  @Test
  void filtersWithoutAPartitionAreOptional() {
    create("schema embedding 1 EUCLIDEAN ALL INLINE_FILTER:kind:S");
    put("no kind", "1");
    items.put("docs", "'pk':{'S':'a kind'},'kind':{'S':''},'embedding':{'L':" + vector("2") + "}");

    assertThat(names(search("schema", 5, "0", ""))).containsExactly("no kind", "a kind");
    assertThat(
            names(
                search(
                    "schema",
                    5,
                    "0",
                    ",'SearchConditionExpression':'kind = :k',"
                        + "'ExpressionAttributeValues':{':k':{'S':''}}")))
        .containsExactly("a kind");
  }

  @Test
  void acceptsTheArnOfTheTable() {
    create("plain embedding 1 EUCLIDEAN ALL");
    put("a", "1");

    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/docs";

    assertThat(
            items
                .call(
                    "SearchVectors",
                    request("plain", 1, "0", "").replace("'docs'", "'" + arn + "'"))
                .get("SearchResults"))
        .hasSize(1);
  }

  @Test
  void findsAfterARestartWhatWasWrittenBefore(@TempDir Path directory) {
    items.close();
    items = ItemsFixture.inDirectory(directory);
    create("plain embedding 2 COSINE ALL", "schema embedding 2 COSINE ALL HASH:tenant:S");
    items.put("docs", "'pk':{'S':'a'},'tenant':{'S':'a'},'embedding':{'L':" + vector("1 2") + "}");
    JsonNode before = items.call("DescribeTable", "{'TableName':'docs'}");

    items.close();
    items = ItemsFixture.inDirectory(directory);

    assertThat(items.call("DescribeTable", "{'TableName':'docs'}")).isEqualTo(before);
    assertThat(names(search("plain", 5, "1 2", ""))).containsExactly("a");
    assertThat(search("schema", 5, "1 2", TENANT_A).get(0).get("Score").asDouble()).isZero();
    put("b", "2 1");
    assertThat(names(search("plain", 5, "1 2", ""))).containsExactly("a", "b");
  }

  private void create(String... indexes) {
    items.call("CreateTable", VectorTableText.createTable("docs", indexes));
  }

  private void put(String pk, String vector) {
    items.put("docs", "'pk':{'S':'%s'},'embedding':{'L':%s}".formatted(pk, vector(vector)));
  }

  private JsonNode search(String index, int topK, String vector, String members) {
    return items.call("SearchVectors", request(index, topK, vector, members)).get("SearchResults");
  }

  private static String request(String index, int topK, String vector, String members) {
    return "{'TableName':'docs','IndexName':'%s','TopK':%d,'SearchVector':%s%s}"
        .formatted(index, topK, vector(vector), members);
  }

  private static List<String> names(JsonNode results) {
    List<String> names = new ArrayList<>();
    results.forEach(result -> names.add(result.at("/Item/pk/S").asText()));
    return names;
  }

  private static double scoreOf(String pk, JsonNode results) {
    for (JsonNode result : results) {
      if (result.at("/Item/pk/S").asText().equals(pk)) {
        return result.get("Score").asDouble();
      }
    }
    throw new AssertionError("not found: " + pk);
  }
}
