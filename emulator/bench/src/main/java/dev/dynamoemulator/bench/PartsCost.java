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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What the inner parts of a request cost, each by itself, with an item of 1 KB. */
final class PartsCost {

  private static final byte[] JSON = Items.item(7, Items.LARGE).getBytes(StandardCharsets.UTF_8);

  private final Consumer<String> report;
  private final Item item = parse();
  private final StoredItem stored = StoredItem.of(item);
  private final JsonBytes out = new JsonBytes(2 * JSON.length);

  PartsCost(Consumer<String> report) {
    this.report = report;
  }

  void measure() {
    ExpressionCache expressions = new ExpressionCache();
    Placeholders values =
        Placeholders.of(null, Map.of(":one", new AttributeValue.N(DynamoNumber.of(1))));
    Condition condition = expressions.condition("attribute_exists(pk) AND n < :one").bind(values);
    Update update = expressions.update("SET n = n + :one").bind(values);

    report("attribute values, parse", count -> parse());
    report("attribute values, write", count -> write());
    report("item, encode", count -> StoredItem.of(item));
    report("item, decode", count -> stored.toItem());
    report("item, stored form to JSON", count -> writeStored());
    report("update, bind", count -> expressions.update("SET n = n + :one").bind(values));
    report("condition, evaluate on stored form", count -> condition.isTrue(stored));
    report("update, apply", count -> update.apply(item));
  }

  private void report(String part, IntFunction<?> work) {
    ThreadCost cost = ThreadCost.of(work);
    report.accept(
        String.format(
            Locale.ROOT, "part      %-36s %8.2f us %8.0f B", part, cost.micros(), cost.bytes()));
  }

  private static Item parse() {
    try (JsonParser json = WireJson.parser(JSON)) {
      json.nextToken();
      return new AttributeReader(json, Wording.NEWER).readMap(Place.MEMBER).toItem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int write() {
    out.clear();
    try (JsonGenerator json = WireJson.generator(out)) {
      AttributeWriter.writeMap(json, item.attributes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.length();
  }

  private int writeStored() {
    out.clear();
    try (JsonGenerator json = WireJson.generator(out)) {
      json.writeStartObject();
      stored.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.length();
  }
}
