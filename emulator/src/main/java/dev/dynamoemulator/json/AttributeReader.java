package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import dev.dynamoemulator.model.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads attribute values from the current token of a parser, in one pass and without a tree
 * between. For one thread and one parser.
 *
 * <p>JSON of the wrong type throws SerializationException (protocol.md §5). A value that breaks a
 * rule of data-model.md §6 is read to its end and its fault kept, since other faults may outrank
 * it. The parser's bound on nesting bounds the recursion.
 */
public final class AttributeReader {

  /** Stands for a value that has a fault. */
  private static final AttributeValue MEANINGLESS = AttributeValue.Null.INSTANCE;

  private final JsonParser json;
  private final Wording wording;

  /** The first fault of what was read last; null when it has none. */
  private ValueFault fault;

  /** The name in the map read last whose value has that fault. */
  private String faultyName;

  /** The levels of nesting of what was read last. */
  private int depth;

  public AttributeReader(JsonParser json, Wording wording) {
    this.json = json;
    this.wording = wording;
  }

  /** Reads one value; JSON null is a value without a descriptor. */
  public CheckedValue readValue(Place place) throws IOException {
    AttributeValue value = value(place);
    return new CheckedValue(value, fault, depth);
  }

  /** Reads an object whose members are attribute values. */
  public AttributeMap readMap(Place place) throws IOException {
    requireObject(place);
    Map<String, AttributeValue> values = entries();
    return new AttributeMap(values, faultyName, fault, depth);
  }

  private AttributeValue value(Place place) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      fault = ValueErrors.empty();
      depth = 1;
      return MEANINGLESS;
    }
    if (token != JsonToken.START_OBJECT) {
      throw token == JsonToken.START_ARRAY
          ? SerializationErrors.arrayForStructure("AttributeValue")
          : SerializationErrors.scalarForStructure(place);
    }
    AttributeValue value = MEANINGLESS;
    ValueFault firstFault = null;
    int levels = 1;
    int given = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      AttributeType type = descriptor(name);
      if (json.nextToken() == JsonToken.VALUE_NULL || type == null) {
        json.skipChildren();
        continue;
      }
      value = content(type);
      int bit = 1 << type.ordinal();
      if ((given | bit) == bit) {
        firstFault = fault;
        levels = depth;
      } else {
        firstFault = firstFault == null ? fault : firstFault;
        levels = Math.max(levels, depth);
      }
      given |= bit;
    }
    fault = firstFault;
    depth = levels;
    if (given == 0) {
      fault = ValueErrors.empty();
    } else if (fault == null && (given & (given - 1)) != 0) {
      fault = ValueErrors.severalDatatypes();
    }
    return value;
  }

  private static AttributeType descriptor(String name) {
    return switch (name) {
      case "S" -> AttributeType.S;
      case "N" -> AttributeType.N;
      case "B" -> AttributeType.B;
      case "BOOL" -> AttributeType.BOOL;
      case "NULL" -> AttributeType.NULL;
      case "SS" -> AttributeType.SS;
      case "NS" -> AttributeType.NS;
      case "BS" -> AttributeType.BS;
      case "L" -> AttributeType.L;
      case "M" -> AttributeType.M;
      default -> null;
    };
  }

  private AttributeValue content(AttributeType type) throws IOException {
    fault = null;
    depth = 1;
    return switch (type) {
      case S -> new AttributeValue.S(Scalars.text(json));
      case N -> number(Scalars.text(json));
      case B -> new AttributeValue.B(Scalars.binary(json));
      case BOOL -> AttributeValue.Bool.of(Scalars.bool(json));
      case NULL -> nullValue();
      case SS -> stringSet();
      case NS -> numberSet();
      case BS -> binarySet();
      case L -> list();
      case M -> map();
    };
  }

  private AttributeValue number(String text) {
    try {
      return new AttributeValue.N(DynamoNumber.parse(text));
    } catch (InvalidNumberException e) {
      fault = ValueErrors.number(e, text);
      return MEANINGLESS;
    }
  }

  private AttributeValue nullValue() throws IOException {
    if (!Scalars.bool(json)) {
      fault = ValueErrors.falseNull();
    }
    return AttributeValue.Null.INSTANCE;
  }

  private AttributeValue stringSet() throws IOException {
    requireArray();
    List<String> members = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!isNull()) {
        members.add(Scalars.text(json));
      }
    }
    if (members.isEmpty()) {
      fault = ValueErrors.emptyStringSet();
    } else if (Duplicates.occurIn(members)) {
      fault = ValueErrors.duplicateStrings(members, wording);
    }
    return new AttributeValue.SS(Collections.unmodifiableList(members));
  }

  private AttributeValue numberSet() throws IOException {
    requireArray();
    List<DynamoNumber> members = new ArrayList<>();
    boolean empty = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (isNull()) {
        continue;
      }
      empty = false;
      String text = Scalars.text(json);
      if (fault == null) {
        try {
          members.add(DynamoNumber.parse(text));
        } catch (InvalidNumberException e) {
          fault = ValueErrors.setNumber(e, text, wording);
        }
      }
    }
    if (empty) {
      fault = ValueErrors.emptyNumberSet();
    } else if (fault == null && Duplicates.occurIn(members)) {
      fault = ValueErrors.duplicateNumbers();
    }
    return new AttributeValue.NS(Collections.unmodifiableList(members));
  }

  private AttributeValue binarySet() throws IOException {
    requireArray();
    List<Binary> members = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!isNull()) {
        members.add(Scalars.binary(json));
      }
    }
    if (members.isEmpty()) {
      fault = ValueErrors.emptyBinarySet();
    } else if (Duplicates.occurIn(members)) {
      fault = ValueErrors.duplicateBinaries(members, wording);
    }
    return new AttributeValue.BS(Collections.unmodifiableList(members));
  }

  private AttributeValue list() throws IOException {
    requireArray();
    List<AttributeValue> elements = new ArrayList<>();
    ValueFault firstFault = null;
    int levels = 1;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(Place.ELEMENT));
      firstFault = firstFault == null ? fault : firstFault;
      levels = Math.max(levels, 1 + depth);
    }
    fault = firstFault;
    depth = levels;
    return new AttributeValue.L(Collections.unmodifiableList(elements));
  }

  private AttributeValue map() throws IOException {
    requireObject(Place.MEMBER);
    Map<String, AttributeValue> entries = entries();
    depth++;
    return new AttributeValue.M(entries);
  }

  /**
   * Reads the members of an object. A fault of a name comes before one of its value. Of a repeated
   * name the last value counts, so faults are kept by name. Leaves in {@link #depth} the levels
   * below the object.
   */
  private Map<String, AttributeValue> entries() throws IOException {
    Map<String, AttributeValue> entries = new LinkedHashMap<>();
    Map<String, ValueFault> faults = null;
    int levels = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      entries.put(name, value(Place.ELEMENT));
      levels = Math.max(levels, depth);
      ValueFault nameFault = ValueErrors.attributeName(name);
      fault = nameFault == null ? fault : nameFault;
      if (fault != null) {
        faults = faults == null ? new HashMap<>() : faults;
        faults.put(name, fault);
      } else if (faults != null) {
        faults.remove(name);
      }
    }
    depth = levels;
    faultyName = faults == null ? null : firstOf(entries.keySet(), faults);
    fault = faultyName == null ? null : faults.get(faultyName);
    return Collections.unmodifiableMap(entries);
  }

  private static String firstOf(Set<String> names, Map<String, ValueFault> faults) {
    for (String name : names) {
      if (faults.containsKey(name)) {
        return name;
      }
    }
    return null;
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private void requireArray() {
    JsonToken token = json.currentToken();
    if (token != JsonToken.START_ARRAY) {
      throw token == JsonToken.START_OBJECT
          ? SerializationErrors.unexpectedObject()
          : SerializationErrors.scalarForCollection(Place.MEMBER);
    }
  }

  private void requireObject(Place place) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.START_OBJECT) {
      throw token == JsonToken.START_ARRAY
          ? SerializationErrors.arrayForMap(SerializationErrors.className("AttributeValue"))
          : SerializationErrors.scalarForCollection(place);
    }
  }
}
