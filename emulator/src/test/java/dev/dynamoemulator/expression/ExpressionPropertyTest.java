package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random expressions, with seeds so that a failure can be repeated. */
class ExpressionPropertyTest {

  private static final String[] PIECES = {
    "a",
    "b",
    "name",
    "#a",
    "#u",
    ":s",
    ":n",
    ":u",
    "4",
    "AND",
    "or",
    "NOT",
    "BETWEEN",
    "in",
    "SET",
    "remove",
    "ADD",
    "DELETE",
    "=",
    "<>",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "!",
    "(",
    ")",
    "(",
    ")",
    "[",
    "]",
    "[0]",
    ".",
    ",",
    "size(",
    "contains(",
    "begins_with(",
    "attribute_exists(",
    "attribute_type(",
    "if_not_exists(",
    "list_append(",
    "foo(",
    " ",
    "\"",
    "a = :n",
    "SET a = :n",
    "a,b",
    "é",
    "𝄞",
    "\uD800",
    "99999999999"
  };

  private static final Item ITEM = AttributeJson.item("{a: {N: '1'}, b: {L: [{S: 'x'}]}}");

  @ParameterizedTest
  @EnumSource
  void nothingButServiceErrorsComesOut(ExpressionKind kind) {
    Random random = new Random(kind.ordinal());
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        if (random.nextBoolean()) {
          text.append(' ');
        }
      }
      tryOut(kind, text.toString());
    }
  }

  private static void tryOut(ExpressionKind kind, String text) {
    Placeholders placeholders =
        Placeholders.of(
            Expressions.names("#a", "b"),
            Expressions.values("{':s': {S: 'S'}, ':n': {N: '1'}, ':l': {L: []}}"));
    ExpressionCache cache = new ExpressionCache(1);
    try {
      switch (kind) {
        case CONDITION -> cache.condition(text).bind(placeholders).isTrue(ITEM);
        case FILTER -> cache.filter(text).bind(placeholders).paths();
        case KEY_CONDITION -> KeyConditions.of(cache.keyCondition(text).bind(placeholders));
        case SEARCH_CONDITION ->
            SearchConditions.of(cache.searchCondition(text).bind(placeholders));
        case PROJECTION -> cache.projection(text).bind(placeholders).apply(ITEM);
        case UPDATE -> cache.update(text).bind(placeholders).apply(ITEM);
      }
    } catch (DynamoDbException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  @Test
  void conditionsMeanWhatTheirTreeMeans() {
    Random random = new Random(42);
    for (int i = 0; i < 3_000; i++) {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      for (String name : new String[] {"p", "q", "r"}) {
        if (random.nextInt(4) > 0) {
          attributes.put(name, new AttributeValue.N(DynamoNumber.of(random.nextInt(3))));
        }
      }
      Generated generated = generate(random, 4, attributes);

      boolean isTrue =
          Expressions.condition(
                  generated.text(), "{':0': {N: '0'}, ':1': {N: '1'}, ':2': {N: '2'}}")
              .isTrue(Item.of(attributes));

      assertThat(isTrue).as(generated.text()).isEqualTo(generated.isTrue());
    }
  }

  /**
   * @param strength how tight the outermost operator binds: OR 0, AND 1, NOT 2, anything else 3
   */
  private record Generated(String text, boolean isTrue, int strength) {

    String within(int outer) {
      return strength < outer ? "(" + text + ")" : text;
    }
  }

  private static Generated generate(
      Random random, int depth, Map<String, AttributeValue> attributes) {
    switch (depth == 0 ? 3 : random.nextInt(5)) {
      case 0 -> {
        Generated left = generate(random, depth - 1, attributes);
        Generated right = generate(random, depth - 1, attributes);
        return new Generated(
            left.within(0) + " OR " + right.within(0), left.isTrue() || right.isTrue(), 0);
      }
      case 1 -> {
        Generated left = generate(random, depth - 1, attributes);
        Generated right = generate(random, depth - 1, attributes);
        return new Generated(
            left.within(1) + " AND " + right.within(1), left.isTrue() && right.isTrue(), 1);
      }
      case 2 -> {
        Generated negated = generate(random, depth - 1, attributes);
        return new Generated("NOT " + negated.within(2), !negated.isTrue(), 2);
      }
      default -> {
        return comparison(random, attributes);
      }
    }
  }

  private static Generated comparison(Random random, Map<String, AttributeValue> attributes) {
    String name = random.nextBoolean() ? "p" : random.nextBoolean() ? "q" : "r";
    int value = random.nextInt(3);
    Comparator comparator = Comparator.values()[random.nextInt(6)];
    AttributeValue stored = attributes.get(name);
    boolean isTrue;
    if (stored == null) {
      isTrue = comparator == Comparator.NE;
    } else {
      int order = ((AttributeValue.N) stored).value().compareTo(DynamoNumber.of(value));
      isTrue =
          switch (comparator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
          };
    }
    String path = random.nextInt(5) == 0 ? "(" + name + ")" : name;
    return random.nextBoolean()
        ? new Generated(path + " " + comparator.symbol() + " :" + value, isTrue, 3)
        : new Generated(":" + value + comparator.flipped().symbol() + path, isTrue, 3);
  }
}
