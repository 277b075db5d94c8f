package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.DistanceFunction;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.table.VectorIndexDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an index in memory shares with its table, so that vectors are there once. */
class VectorEntryTest {

  private static final Projection KEYS = new Projection(ProjectionType.KEYS_ONLY, List.of());

  @Test
  void isTheItemItselfWhereAllOfItIsProjected() {
    assertThat(isShared(Projection.ALL, item("0.1 0.25 -3"))).isTrue();
    assertThat(isShared(KEYS, item("0.1 0.25 -3"))).isTrue();
  }

  @Test
  void isACopyWhereSomeOfItIsNotProjected() {
    assertThat(isShared(KEYS, item("0.1 0.25 -3", "label"))).isFalse();
    assertThat(isShared(Projection.ALL, item("0.1 0.25 -3", "label"))).isTrue();
  }

  @Test
  void isACopyWhereTheNumbersAreNoFloats() {
    assertThat(isShared(Projection.ALL, item("0.1000000000000001 0.3333333333333333 1"))).isFalse();
  }

  @Test
  void holdsTheNearestFloats() {
    TableSchema table = table(Projection.ALL);
    Item item = item("0.1000000000000001 16777217 1");

    byte[] entry = entry(table, item);

    VectorIndex index = table.vectorIndex("vectors");
    assertThat(VectorEntry.vector(index, entry)).containsExactly(0.1f, 16777216f, 1f);
    assertThat(VectorEntry.attributes(index, entry).attributes()).containsOnlyKeys("pk");
    assertThat(VectorEntry.size(index, entry)).isEqualTo("pk".length() + 1 + 3 * Float.BYTES);
  }

  private static boolean isShared(Projection projection, Item item) {
    TableSchema table = table(projection);
    StoredItem stored = StoredItem.of(item, table.vectorAttributes());
    return VectorEntry.of(table, table.vectorIndex("vectors"), item, stored) == stored.bytes();
  }

  private static byte[] entry(TableSchema table, Item item) {
    return VectorEntry.of(
        table, table.vectorIndex("vectors"), item, StoredItem.of(item, table.vectorAttributes()));
  }

  private static Item item(String vector) {
    return Item.of(
        Map.of(
            "pk", new AttributeValue.S("a"), "embedding", new AttributeValue.L(numbers(vector))));
  }

  private static Item item(String vector, String other) {
    Map<String, AttributeValue> attributes = item(vector).toMap();
    attributes.put(other, new AttributeValue.S("b"));
    return Item.of(attributes);
  }

  private static List<AttributeValue> numbers(String vector) {
    return Arrays.stream(vector.split(" "))
        .map(number -> (AttributeValue) new AttributeValue.N(DynamoNumber.parse(number)))
        .toList();
  }

  private static TableSchema table(Projection projection) {
    VectorIndexDefinition definition =
        new VectorIndexDefinition(
            "vectors", "embedding", 3, DistanceFunction.COSINE, List.of(), projection);
    KeySchema key = new KeySchema(List.of(new KeyAttribute("pk", AttributeType.S)), List.of());
    return new TableSchema(
        "docs",
        key,
        List.of(),
        "table/docs",
        List.of(VectorIndex.creating(definition, "index/vectors", Backfill.NONE)));
  }
}
