package dev.dynamoemulator.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Values of every type, repeatable by their seed. */
public final class RandomValues {

  private static final String[] CHARACTERS = {
    "a", "b", "Z", "0", "\0", "\u0001", " ", "\"", "\\", "\n", "é", "ü", "€", "\uE000", "𝄞",
    "\uFFFF"
  };

  private final Random random;

  public RandomValues(long seed) {
    this.random = new Random(seed);
  }

  public String string() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  public DynamoNumber number() {
    if (random.nextInt(3) == 0) {
      return DynamoNumber.of(random.nextInt(-20, 21));
    }
    BigInteger digits = new BigInteger(random.nextInt(1, 126), random);
    BigDecimal value = new BigDecimal(digits, random.nextInt(-80, 120));
    return DynamoNumber.of(random.nextBoolean() ? value : value.negate());
  }

  public Binary binary() {
    byte[] bytes = new byte[random.nextInt(6)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt());
    }
    return Binary.wrap(bytes);
  }

  public AttributeValue key(AttributeType type) {
    return switch (type) {
      case S -> new AttributeValue.S(string());
      case N -> new AttributeValue.N(number());
      case B -> new AttributeValue.B(binary());
      default -> throw new IllegalArgumentException(type.name());
    };
  }

  /** A value that nests at most so many levels below it. */
  public AttributeValue value(int depth) {
    AttributeType type = AttributeType.values()[random.nextInt(depth > 0 ? 10 : 8)];
    return switch (type) {
      case S, N, B -> key(type);
      case BOOL -> AttributeValue.Bool.of(random.nextBoolean());
      case NULL -> AttributeValue.Null.INSTANCE;
      case SS -> new AttributeValue.SS(distinct(this::string));
      case NS -> new AttributeValue.NS(distinct(this::number));
      case BS -> new AttributeValue.BS(distinct(this::binary));
      case L -> {
        List<AttributeValue> elements = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
          elements.add(value(depth - 1));
        }
        yield new AttributeValue.L(elements);
      }
      case M -> new AttributeValue.M(attributes(depth - 1));
    };
  }

  public Item item() {
    return Item.of(attributes(3));
  }

  private Map<String, AttributeValue> attributes(int depth) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      String name = string();
      attributes.put(name.isEmpty() ? "a" : name, value(depth));
    }
    return attributes;
  }

  private <T> List<T> distinct(Supplier<T> member) {
    Set<T> members = new LinkedHashSet<>();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      members.add(member.get());
    }
    return List.copyOf(members);
  }
}
