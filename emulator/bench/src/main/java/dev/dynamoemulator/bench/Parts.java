package dev.dynamoemulator.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.expression.Placeholders;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeReader;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.Place;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The inner parts of a request, each by itself, with an item of 1 KB. */
@State(Scope.Thread)
public class Parts {

  private static final byte[] JSON = Items.item(7, Items.LARGE).getBytes(StandardCharsets.UTF_8);
  private static final String UPDATE = "SET n = n + :one";

  private final ExpressionCache expressions = new ExpressionCache();
  private final Placeholders values =
      Placeholders.of(null, Map.of(":one", new AttributeValue.N(DynamoNumber.of(1))));
  private final Condition condition =
      expressions.condition("attribute_exists(pk) AND n < :one").bind(values);
  private final Update update = expressions.update(UPDATE).bind(values);
  private final JsonBytes out = new JsonBytes(2 * JSON.length);
  private Item item;
  private StoredItem stored;

  @Setup
  public void parse() throws IOException {
    item = parseAttributeValues();
    stored = StoredItem.of(item);
  }

  @Benchmark
  public Item parseAttributeValues() throws IOException {
    try (JsonParser json = WireJson.parser(JSON)) {
      json.nextToken();
      return new AttributeReader(json, Wording.NEWER).readMap(Place.MEMBER).toItem();
    }
  }

  @Benchmark
  public int writeAttributeValues() throws IOException {
    out.clear();
    try (JsonGenerator json = WireJson.generator(out)) {
      AttributeWriter.writeMap(json, item.attributes());
    }
    return out.length();
  }

  @Benchmark
  public StoredItem encodeItem() {
    return StoredItem.of(item);
  }

  @Benchmark
  public Item decodeItem() {
    return stored.toItem();
  }

  @Benchmark
  public int writeStoredItem() throws IOException {
    out.clear();
    try (JsonGenerator json = WireJson.generator(out)) {
      json.writeStartObject();
      stored.writeTo(json);
      json.writeEndObject();
    }
    return out.length();
  }

  @Benchmark
  public Update bindUpdate() {
    return expressions.update(UPDATE).bind(values);
  }

  @Benchmark
  public boolean evaluateCondition() {
    return condition.isTrue(stored);
  }

  @Benchmark
  public Object applyUpdate() {
    return update.apply(item);
  }
}
