package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Makes sets out of what stands between {@code <<} and {@code >>} (partiql.md §2). */
final class SetLiteral {

  private SetLiteral() {}

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when two members are equal, or not all are
   *     strings or all numbers
   */
  static AttributeValue of(List<AttributeValue> members) {
    AttributeType type = members.get(0).type();
    if (members.stream().anyMatch(member -> member.type() != type)) {
      throw LiteralErrors.mixedSet();
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw LiteralErrors.duplicateSetMembers();
    }
    return type == AttributeType.S
        ? new AttributeValue.SS(strings(members))
        : new AttributeValue.NS(numbers(members));
  }

  private static List<String> strings(List<AttributeValue> members) {
    List<String> strings = new ArrayList<>(members.size());
    members.forEach(member -> strings.add(((AttributeValue.S) member).value()));
    return strings;
  }

  private static List<DynamoNumber> numbers(List<AttributeValue> members) {
    List<DynamoNumber> numbers = new ArrayList<>(members.size());
    members.forEach(member -> numbers.add(((AttributeValue.N) member).value()));
    return numbers;
  }
}
