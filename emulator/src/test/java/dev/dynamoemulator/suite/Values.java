package dev.dynamoemulator.suite;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values in short, and what two equal items have in common. */
final class Values {

  private Values() {}

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue b(int... bytes) {
    byte[] binary = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      binary[i] = (byte) bytes[i];
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(binary));
  }

  static AttributeValue bool(boolean value) {
    return AttributeValue.fromBool(value);
  }

  static AttributeValue nul() {
    return AttributeValue.fromNul(true);
  }

  static AttributeValue ss(String... members) {
    return AttributeValue.fromSs(List.of(members));
  }

  static AttributeValue ns(String... members) {
    return AttributeValue.fromNs(List.of(members));
  }

  static AttributeValue bs(AttributeValue... members) {
    return AttributeValue.fromBs(Arrays.stream(members).map(AttributeValue::b).toList());
  }

  static AttributeValue l(AttributeValue... elements) {
    return AttributeValue.fromL(List.of(elements));
  }

  static AttributeValue m(Map<String, AttributeValue> entries) {
    return AttributeValue.fromM(entries);
  }

  /** Equal for equal items: numbers by value, sets without order. */
  static Map<String, Object> canonical(Map<String, AttributeValue> item) {
    Map<String, Object> canonical = new TreeMap<>();
    item.forEach((name, value) -> canonical.put(name, canonical(value)));
    return canonical;
  }

  static Set<Object> canonical(List<Map<String, AttributeValue>> items) {
    return items.stream().map(Values::canonical).collect(Collectors.toSet());
  }

  private static Object canonical(AttributeValue value) {
    return switch (value.type()) {
      case N -> number(value.n());
      case SS -> Set.copyOf(value.ss());
      case NS -> value.ns().stream().map(Values::number).collect(Collectors.toSet());
      case BS -> new HashSet<>(value.bs());
      case L -> value.l().stream().map(Values::canonical).toList();
      case M -> canonical(value.m());
      default -> value;
    };
  }

  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
