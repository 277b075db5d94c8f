package dev.dynamoemulator.transfer.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.AttributeReader;
import dev.dynamoemulator.json.Place;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Wording;
import java.io.IOException;
import java.io.InputStream;

/**
 * Items of lines such as {@code {"Item":{"Id":{"N":"103"}}}}. A line that is malformed costs no
 * other one.
 */
final class JsonItems implements ItemReader {

  private static final int LEVELS = 32;

  private final Lines lines;

  JsonItems(InputStream in) {
    this.lines = new Lines(in);
  }

  @Override
  public ReadItem next() throws IOException {
    byte[] line = lines.next();
    return line == null ? null : read(line);
  }

  private static ReadItem read(byte[] line) {
    try (JsonParser json = WireJson.parser(line)) {
      return json.nextToken() == JsonToken.START_OBJECT
          ? item(json)
          : ReadItem.faulty(FormatErrors.MALFORMED_JSON);
    } catch (IOException malformed) {
      return ReadItem.faulty(FormatErrors.MALFORMED_JSON);
    } catch (DynamoDbException mistyped) {
      return ReadItem.faulty(
          mistyped.getMessage() == null ? FormatErrors.MALFORMED_ITEM : mistyped.getMessage());
    }
  }

  private static ReadItem item(JsonParser json) throws IOException {
    ReadItem item = ReadItem.faulty(FormatErrors.NO_ITEM);
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("Item")) {
        item = checked(new AttributeReader(json, Wording.NEWER).readMap(Place.MEMBER));
      } else {
        json.skipChildren();
      }
    }
    WireJson.drain(json);
    return item;
  }

  private static ReadItem checked(AttributeMap attributes) {
    if (attributes.hasFault()) {
      return ReadItem.faulty(attributes.fault());
    }
    return attributes.depth() > LEVELS
        ? ReadItem.faulty(FormatErrors.NESTED_TOO_DEEP)
        : ReadItem.of(attributes.toItem());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
