package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random writes, then searches beside a plain computation over what a Scan returns. */
class SearchVectorsPropertyTest {

  private static final int DIMENSIONS = 7;
  private static final List<String> FUNCTIONS = List.of("COSINE", "EUCLIDEAN", "DOT_PRODUCT");

  private final ItemsFixture items = ItemsFixture.newer();
  private final Random random = new Random(42);

  @AfterEach
  void close() {
    items.close();
  }

  @Test
  void findsWhatAPlainComputationFinds() {
    List<String> indexes = new ArrayList<>();
    for (String function : FUNCTIONS) {
      indexes.add(function + " embedding " + DIMENSIONS + " " + function + " ALL HASH:tenant:S");
    }
    items.call("CreateTable", VectorTableText.createTable("docs", indexes.toArray(String[]::new)));

    for (int i = 0; i < 400; i++) {
      write(random, random.nextInt(80));
    }

    for (int i = 0; i < 20; i++) {
      double[] query = vector(random);
      for (String function : FUNCTIONS) {
        check(function, function, query, 1 + random.nextInt(20), random.nextBoolean() ? "a" : "b");
      }
    }
  }

  /** The index is added while others write. */
  @Test
  void aBackfillMissesNothing() throws InterruptedException {
    items.call("CreateTable", VectorTableText.createTable("docs", "other v 1 COSINE ALL"));
    for (int i = 0; i < 200; i++) {
      write(random, i);
    }
    AtomicBoolean isAdded = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              Random other = new Random(7);
              for (int i = 0; i < 2_000 && !isAdded.get(); i++) {
                write(other, other.nextInt(200));
              }
            });
    writer.start();

    items.call(
        "UpdateTable",
        VectorTableText.addIndex(
            "docs", "late embedding " + DIMENSIONS + " EUCLIDEAN ALL HASH:tenant:S"));
    isAdded.set(true);
    writer.join();

    check("late", "EUCLIDEAN", vector(random), 100, "a");
    check("late", "EUCLIDEAN", vector(random), 100, "b");
  }

  /** Puts, changes or deletes an item that has a vector and a tenant most of the time. */
  private void write(Random random, int pk) {
    String key = "'pk':{'S':'" + pk + "'}";
    String tenant = "{'S':'" + (random.nextBoolean() ? "a" : "b") + "'}";
    String vector = "{'L':" + VectorTableText.vector(text(vector(random))) + "}";
    switch (random.nextInt(6)) {
      case 0 -> items.call("DeleteItem", "{'TableName':'docs','Key':{" + key + "}}");
      case 1 -> update(key, "SET tenant = :v", tenant);
      case 2 -> update(key, "SET embedding = :v", vector);
      case 3 ->
          items.call(
              "UpdateItem",
              "{'TableName':'docs','Key':{"
                  + key
                  + "},'UpdateExpression':'REMOVE "
                  + (random.nextBoolean() ? "tenant" : "embedding")
                  + "'}");
      default -> items.put("docs", key + ",'tenant':" + tenant + ",'embedding':" + vector);
    }
  }

  private void update(String key, String expression, String value) {
    items.call(
        "UpdateItem",
        "{'TableName':'docs','Key':{%s},'UpdateExpression':'%s','ExpressionAttributeValues':{':v':%s}}"
            .formatted(key, expression, value));
  }

  private void check(String index, String function, double[] query, int topK, String tenant) {
    List<Double> expected = new ArrayList<>();
    for (JsonNode item : items.call("Scan", "{'TableName':'docs'}").get("Items")) {
      if (item.has("embedding") && item.at("/tenant/S").asText().equals(tenant)) {
        expected.add(score(function, query, item.get("embedding").get("L")));
      }
    }
    expected.sort(
        function.equals("DOT_PRODUCT") ? Comparator.reverseOrder() : Comparator.naturalOrder());

    JsonNode results =
        items
            .call(
                "SearchVectors",
                """
                {'TableName':'docs','IndexName':'%s','TopK':%d,'SearchVector':%s,
                 'SearchConditionExpression':'tenant = :t',
                 'ExpressionAttributeValues':{':t':{'S':'%s'}}}
                """
                    .formatted(index, topK, VectorTableText.vector(text(query)), tenant))
            .get("SearchResults");

    assertThat(results).hasSize(Math.min(topK, expected.size()));
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).get("Score").asDouble())
          .as("%s, place %d", function, i)
          .isCloseTo(expected.get(i), within(1e-5));
    }
  }

  private static double score(String function, double[] query, JsonNode stored) {
    double product = 0;
    double squaredDistance = 0;
    double squaredQuery = 0;
    double squaredStored = 0;
    for (int i = 0; i < query.length; i++) {
      double element = stored.get(i).get("N").asDouble();
      product += query[i] * element;
      squaredDistance += (query[i] - element) * (query[i] - element);
      squaredQuery += query[i] * query[i];
      squaredStored += element * element;
    }
    return switch (function) {
      case "COSINE" -> 1 - product / Math.sqrt(squaredQuery * squaredStored);
      case "EUCLIDEAN" -> Math.sqrt(squaredDistance);
      default -> product;
    };
  }

  private static double[] vector(Random random) {
    return random.doubles(DIMENSIONS, -1, 1).toArray();
  }

  private static String text(double[] vector) {
    StringBuilder text = new StringBuilder();
    for (double element : vector) {
      text.append(text.isEmpty() ? "" : " ").append(element);
    }
    return text.toString();
  }
}
