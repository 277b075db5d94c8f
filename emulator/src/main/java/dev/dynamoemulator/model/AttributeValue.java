package dev.dynamoemulator.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A value of one of the ten attribute types. Immutable; {@code equals} is DynamoDB's equality
 * (data-model.md §7): the type counts, numbers compare by value, sets ignore order.
 */
public sealed interface AttributeValue {

  AttributeType type();

  /** The size in bytes that DynamoDB counts (data-model.md §3). */
  int size();

  record S(String value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.S;
    }

    @Override
    public int size() {
      return Utf8.length(value);
    }
  }

  record N(DynamoNumber value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.N;
    }

    @Override
    public int size() {
      return value.size();
    }
  }

  record B(Binary value) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.B;
    }

    @Override
    public int size() {
      return value.length();
    }
  }

  record Bool(boolean value) implements AttributeValue {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }

    @Override
    public AttributeType type() {
      return AttributeType.BOOL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record Null() implements AttributeValue {
    public static final Null INSTANCE = new Null();

    @Override
    public AttributeType type() {
      return AttributeType.NULL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record SS(List<String> members) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.SS;
    }

    @Override
    public int size() {
      int size = 0;
      for (String member : members) {
        size += Utf8.length(member);
      }
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SS set && sameMembers(members, set.members);
    }

    @Override
    public int hashCode() {
      return memberHash(members);
    }
  }

  record NS(List<DynamoNumber> members) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.NS;
    }

    @Override
    public int size() {
      int size = 0;
      for (DynamoNumber member : members) {
        size += member.size();
      }
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NS set && sameMembers(members, set.members);
    }

    @Override
    public int hashCode() {
      return memberHash(members);
    }
  }

  record BS(List<Binary> members) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.BS;
    }

    @Override
    public int size() {
      int size = 0;
      for (Binary member : members) {
        size += member.length();
      }
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BS set && sameMembers(members, set.members);
    }

    @Override
    public int hashCode() {
      return memberHash(members);
    }
  }

  record L(List<AttributeValue> elements) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.L;
    }

    @Override
    public int size() {
      int size = 3;
      for (AttributeValue element : elements) {
        size += 1 + element.size();
      }
      return size;
    }
  }

  record M(Map<String, AttributeValue> entries) implements AttributeValue {
    @Override
    public AttributeType type() {
      return AttributeType.M;
    }

    @Override
    public int size() {
      int size = 3;
      for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
        size += 1 + Utf8.length(entry.getKey()) + entry.getValue().size();
      }
      return size;
    }
  }

  private static boolean sameMembers(List<?> one, List<?> other) {
    return one.size() == other.size() && new HashSet<Object>(one).containsAll(other);
  }

  private static int memberHash(List<?> members) {
    int hash = 0;
    for (Object member : members) {
      hash += member.hashCode();
    }
    return hash;
  }
}
