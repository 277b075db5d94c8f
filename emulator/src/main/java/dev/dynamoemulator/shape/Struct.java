package dev.dynamoemulator.shape;

import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.CheckedValue;
import java.util.List;
import java.util.Map;

/**
 * A structure of a request: its members by their wire names. Immutable. A getter returns null when
 * the request has no such member; the names and types are those of the shape table, and asking for
 * another is a programming error.
 */
public final class Struct {

  private final Map<String, Object> members;

  Struct(Map<String, Object> members) {
    this.members = members;
  }

  public boolean has(String member) {
    return members.containsKey(member);
  }

  public String string(String member) {
    return (String) members.get(member);
  }

  public Integer integer(String member) {
    return (Integer) members.get(member);
  }

  public Long longNumber(String member) {
    return (Long) members.get(member);
  }

  public Boolean bool(String member) {
    return (Boolean) members.get(member);
  }

  /** Whether the member is present and true. */
  public boolean isTrue(String member) {
    return Boolean.TRUE.equals(members.get(member));
  }

  public Struct struct(String member) {
    return (Struct) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public List<String> strings(String member) {
    return (List<String>) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public List<Struct> structs(String member) {
    return (List<Struct>) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, String> stringMap(String member) {
    return (Map<String, String>) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, Struct> structMap(String member) {
    return (Map<String, Struct>) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public Map<String, List<Struct>> structListMap(String member) {
    return (Map<String, List<Struct>>) members.get(member);
  }

  /** A member that maps names to attribute values, such as {@code Item} or {@code Key}. */
  public AttributeMap attributeMap(String member) {
    return (AttributeMap) members.get(member);
  }

  /** A list of such maps, such as {@code Keys}. */
  @SuppressWarnings("unchecked")
  public List<AttributeMap> attributeMaps(String member) {
    return (List<AttributeMap>) members.get(member);
  }

  public CheckedValue value(String member) {
    return (CheckedValue) members.get(member);
  }

  @SuppressWarnings("unchecked")
  public List<CheckedValue> values(String member) {
    return (List<CheckedValue>) members.get(member);
  }
}
