package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dynamoemulator.json.AttributeReader;
import dev.dynamoemulator.json.Place;
import dev.dynamoemulator.json.Scalars;
import dev.dynamoemulator.json.SerializationErrors;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Shape.Structure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the body of a request into the members of its shape, in one pass.
 *
 * <p>Unknown members are skipped, null is the same as absent, of a repeated member the last one
 * counts. A body that is not well-formed, or no object, is a SerializationException without
 * message, even when a member of the wrong type precedes the place where it breaks; else the first
 * member of the wrong type is reported (protocol.md §2, §5).
 */
public final class RequestDecoder {

  private final JsonParser json;
  private final AttributeReader attributes;

  private RequestDecoder(JsonParser json, Wording wording) {
    this.json = json;
    this.attributes = new AttributeReader(json, wording);
  }

  /**
   * @throws DynamoDbException SerializationException, as described above
   */
  public static Struct decode(Structure input, byte[] body, Wording wording) {
    try (JsonParser json = WireJson.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw SerializationErrors.malformed();
      }
      Struct decoded;
      try {
        decoded = new RequestDecoder(json, wording).structure(input);
      } catch (DynamoDbException wrongType) {
        WireJson.drain(json);
        throw wrongType;
      }
      if (json.nextToken() != null) {
        throw SerializationErrors.malformed();
      }
      return decoded;
    } catch (IOException e) {
      throw SerializationErrors.malformed();
    }
  }

  private Struct structure(Structure shape) throws IOException {
    Object[] values = new Object[shape.members().size()];
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      int index = shape.indexOf(name);
      if (index < 0) {
        json.skipChildren();
      } else {
        Shape member = shape.members().get(index).shape();
        values[index] = token == JsonToken.VALUE_NULL ? null : read(member, Place.MEMBER);
      }
    }
    return new Struct(shape, values);
  }

  /** Reads the current token, which is not null, and what belongs to it. */
  private Object read(Shape shape, Place place) throws IOException {
    if (shape instanceof Shape.Text) {
      return Scalars.text(json);
    } else if (shape instanceof Shape.ValueMap) {
      return attributes.readMap(place);
    } else if (shape instanceof Shape.Flag) {
      return Scalars.bool(json);
    } else if (shape instanceof Shape.Value) {
      return attributes.readValue(place);
    } else if (shape instanceof Structure structure) {
      requireStructure(structure, place);
      return structure(structure);
    } else if (shape instanceof Shape.Listing list) {
      return list(list, place);
    } else if (shape instanceof Shape.Mapping map) {
      return map(map, place);
    } else if (shape instanceof Shape.Whole) {
      return Scalars.integer(json);
    } else if (shape instanceof Shape.LongWhole) {
      return Scalars.longNumber(json);
    } else if (shape instanceof Shape.Decimal) {
      return Scalars.decimal(json, Double.class);
    }
    return Scalars.decimal(json, Date.class);
  }

  private List<Object> list(Shape.Listing shape, Place place) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.START_ARRAY) {
      throw token == JsonToken.START_OBJECT
          ? SerializationErrors.unexpectedObject()
          : SerializationErrors.scalarForCollection(place);
    }
    List<Object> elements = new ArrayList<>();
    for (token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      // A null element of a list of values keeps its position: it is a value without a descriptor.
      if (token != JsonToken.VALUE_NULL || shape.element() instanceof Shape.Value) {
        elements.add(read(shape.element(), Place.ELEMENT));
      }
    }
    return Collections.unmodifiableList(elements);
  }

  private Map<String, Object> map(Shape.Mapping shape, Place place) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.START_OBJECT) {
      throw token == JsonToken.START_ARRAY
          ? SerializationErrors.arrayForMap(className(shape.value()))
          : SerializationErrors.scalarForCollection(place);
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        entries.put(name, read(shape.value(), Place.ELEMENT));
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  private void requireStructure(Structure shape, Place place) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.START_OBJECT) {
      throw token == JsonToken.START_ARRAY
          ? SerializationErrors.arrayForStructure(shape.name())
          : SerializationErrors.scalarForStructure(place);
    }
  }

  private static String className(Shape shape) {
    if (shape instanceof Shape.Text) {
      return String.class.getName();
    }
    return shape instanceof Shape.Listing list
        ? SerializationErrors.listClassName(className(list.element()))
        : SerializationErrors.className(shape.name());
  }
}
