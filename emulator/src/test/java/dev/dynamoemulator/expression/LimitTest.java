package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of expressions.md §3, each at the limit and one past it. */
class LimitTest {

  static String shortExpression(ExpressionKind kind) {
    return switch (kind) {
      case CONDITION, FILTER, KEY_CONDITION, SEARCH_CONDITION -> "a = :v";
      case PROJECTION -> "a";
      case UPDATE -> "REMOVE a";
    };
  }

  @ParameterizedTest
  @EnumSource
  void rejects4097Bytes(ExpressionKind kind) {
    String text = shortExpression(kind);
    String tooLong = text + " ".repeat(4097 - text.length());

    assertThat(messageOf(() -> Expressions.parse(kind, tooLong)))
        .isEqualTo(
            "Invalid "
                + kind.parameter()
                + ": Expression size has exceeded the maximum allowed size;"
                + (kind == ExpressionKind.FILTER ? " expression size: 4097" : ""));
  }

  @Test
  void countsBytesAndNotCharacters() {
    String tooLong = "é".repeat(2049);

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.FILTER, tooLong)))
        .endsWith("expression size: 4098");
  }

  @ParameterizedTest
  @CsvSource({"150, true", "151, false"})
  void allows300OperatorsInConditions(int comparisons, boolean isAllowed) {
    String text = "NOT " + String.join(" OR ", Collections.nCopies(comparisons, "a=:v"));

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.FILTER, text)))
        .isEqualTo(
            isAllowed
                ? null
                : "Invalid FilterExpression: The expression contains too many operators; "
                    + "operator count: 301");
  }

  @ParameterizedTest
  @CsvSource({"150, true", "151, false"})
  void allows300OperatorsAndFunctionsInUpdates(int sums, boolean isAllowed) {
    StringBuilder text = new StringBuilder("SET ");
    for (int i = 0; i < sums; i++) {
      text.append(i == 0 ? "" : ",").append("#").append(i).append("=f(a)+b");
    }

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.UPDATE, text.toString())))
        .isEqualTo(
            isAllowed
                ? "Invalid UpdateExpression: Invalid function name; function: f"
                : "Invalid UpdateExpression: The expression contains too many operators; "
                    + "operator count: 301");
  }

  @Test
  void doesNotCountAssignments() {
    StringBuilder text = new StringBuilder("SET a=:v");
    for (int i = 0; i < 400; i++) {
      text.append(",b").append(i).append("=:v");
    }

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.UPDATE, text.toString()))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void allows100OperandsOfIn(int operands, boolean isAllowed) {
    String text = "a IN (" + String.join(",", Collections.nCopies(operands, ":v")) + ")";

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.CONDITION, text)))
        .isEqualTo(
            isAllowed
                ? null
                : "Invalid ConditionExpression: The IN operator is provided with too many operands;"
                    + " number of operands: 101");
  }

  @ParameterizedTest
  @CsvSource({"2147483647, true", "2147483648, false", "99999999999999999999999, false"})
  void listIndexFitsAnInt(String index, boolean isAllowed) {
    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.PROJECTION, "a[" + index + "]")))
        .isEqualTo(
            isAllowed
                ? null
                : "Invalid ProjectionExpression: List index is not within the allowable range; "
                    + "index: ["
                    + index
                    + "]");
  }

  @ParameterizedTest
  @CsvSource({"32, true", "33, false"})
  void pathHas32ElementsAtMost(int elements, boolean isAllowed) {
    String text = String.join(".", Collections.nCopies(elements, "a"));

    assertThat(messageOf(() -> Expressions.parse(ExpressionKind.PROJECTION, text)))
        .isEqualTo(
            isAllowed
                ? null
                : "Invalid ProjectionExpression: The document path has too many nesting levels; "
                    + "nesting levels: 33");
  }

  @Test
  void nestingInTheTextExhaustsNoStack() throws InterruptedException {
    String[] conditions = {
      "(".repeat(4096),
      "(".repeat(2045) + "a = :v" + ")".repeat(2045),
      "(".repeat(2046) + "a" + ")".repeat(2046) + "=b",
      "NOT ".repeat(1022) + "a = :v",
      "a(".repeat(2048),
      "size(".repeat(290) + "a" + ")".repeat(290) + "=:v",
      "a=(".repeat(1300),
    };
    String[] updates = {
      "SET a=" + "(".repeat(4090),
      "SET a=" + "(".repeat(2044) + "b" + ")".repeat(2044),
      "SET a=" + "f(".repeat(2000),
      "SET a=" + "f(".repeat(1200) + "b" + ")".repeat(1200),
      "SET a=" + "list_append(a,".repeat(240) + "b" + ")".repeat(240),
    };
    Throwable[] unexpected = new Throwable[1];
    Thread small =
        new Thread(
            null,
            () -> {
              for (String text : conditions) {
                bindAndEvaluate(ExpressionKind.CONDITION, text);
              }
              for (String text : updates) {
                bindAndEvaluate(ExpressionKind.UPDATE, text);
              }
            },
            "small stack",
            512 * 1024);
    small.setUncaughtExceptionHandler((thread, error) -> unexpected[0] = error);

    small.start();
    small.join();

    assertThat(unexpected[0]).isNull();
  }

  private static void bindAndEvaluate(ExpressionKind kind, String text) {
    messageOf(
        () -> {
          Placeholders placeholders = Expressions.placeholders("{':v': {N: '1'}}");
          if (kind == ExpressionKind.UPDATE) {
            new ExpressionCache()
                .update(text)
                .bind(placeholders)
                .apply(AttributeJson.item("{a: {L: []}, b: {L: []}}"));
          } else {
            new ExpressionCache().condition(text).bind(placeholders).isTrue(name -> null);
          }
        });
  }
}
