package dev.dynamoemulator.shape;

import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.CheckedValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A structure of a request: its members by their wire names. Immutable; equal when shape and
 * members are. A getter returns null when the request has no such member; the names and types are
 * those of the shape table, and asking for another is a programming error.
 */
public final class Struct {

  private final Shape.Structure shape;

  /** By the index of the member in the shape. */
  private final Object[] values;

  /** Takes ownership of the array. */
  Struct(Shape.Structure shape, Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  Shape.Structure shape() {
    return shape;
  }

  Object get(int index) {
    return values[index];
  }

  private Object get(String member) {
    int index = shape.indexOf(member);
    if (index < 0) {
      throw new IllegalArgumentException(shape + " has no member " + member);
    }
    return values[index];
  }

  public boolean has(String member) {
    return get(member) != null;
  }

  public String string(String member) {
    return (String) get(member);
  }

  public Integer integer(String member) {
    return (Integer) get(member);
  }

  public Long longNumber(String member) {
    return (Long) get(member);
  }

  /** A fractional number, or a timestamp in seconds of the epoch. */
  public Double doubleNumber(String member) {
    return (Double) get(member);
  }

  public Boolean bool(String member) {
    return (Boolean) get(member);
  }

  /** Whether the member is present and true. */
  public boolean isTrue(String member) {
    return Boolean.TRUE.equals(get(member));
  }

  public Struct struct(String member) {
    return (Struct) get(member);
  }

  @SuppressWarnings("unchecked")
  public List<String> strings(String member) {
    return (List<String>) get(member);
  }

  @SuppressWarnings("unchecked")
  public List<Struct> structs(String member) {
    return (List<Struct>) get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, String> stringMap(String member) {
    return (Map<String, String>) get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, Struct> structMap(String member) {
    return (Map<String, Struct>) get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, List<Struct>> structListMap(String member) {
    return (Map<String, List<Struct>>) get(member);
  }

  /** A member that maps names to attribute values, such as {@code Item} or {@code Key}. */
  public AttributeMap attributeMap(String member) {
    return (AttributeMap) get(member);
  }

  /** A list of such maps, such as {@code Keys}. */
  @SuppressWarnings("unchecked")
  public List<AttributeMap> attributeMaps(String member) {
    return (List<AttributeMap>) get(member);
  }

  public CheckedValue value(String member) {
    return (CheckedValue) get(member);
  }

  @SuppressWarnings("unchecked")
  public List<CheckedValue> values(String member) {
    return (List<CheckedValue>) get(member);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Struct struct
        && shape.name().equals(struct.shape.name())
        && Arrays.equals(values, struct.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
