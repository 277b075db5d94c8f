package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The static checks of projections (expressions.md §7, legacy.md §7). */
class ProjectionMessagesTest {

  private static String message(String text) {
    Placeholders placeholders =
        Placeholders.of(Expressions.names("#x", "a", "#y", "a", "#b", "b"), null);
    return messageOf(() -> Expressions.bind(ExpressionKind.PROJECTION, text, placeholders));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "abort, a | abort",
        "a.b, c.ANY | ANY",
        "name, #u | name",
        "date, a, a | date",
      })
  void reservedWord(String text, String word) {
    assertThat(message(text))
        .isEqualTo(
            "Invalid ProjectionExpression: Attribute name is a reserved keyword; "
                + "reserved keyword: "
                + word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {"#u | #u", "a, a, #u, #v | #u"})
  void undefinedName(String text, String placeholder) {
    assertThat(message(text))
        .isEqualTo(
            "Invalid ProjectionExpression: An expression attribute name used in the document path "
                + "is not defined; attribute name: "
                + placeholder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a, a | [a] | [a]",
        "b, a, c, a | [a] | [a]",
        "a.b, a | [a, b] | [a]",
        "a, a.b.c | [a] | [a, b, c]",
        "l, l[0] | [l] | [l, [0]]",
        "l[0], l[0] | [l, [0]] | [l, [0]]",
        "#x, #y.#b | [a] | [a, b]",
        "a.b, a[0], a.b.c | [a, b] | [a, b, c]",
      })
  void overlappingPaths(String text, String one, String two) {
    assertThat(message(text))
        .isEqualTo(
            "Invalid ProjectionExpression: Two document paths overlap with each other; "
                + "must remove or rewrite one of these paths; path one: %s, path two: %s",
            one, two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a.b, a[0] | [a, b] | [a, [0]]",
        "a[0].c, a.b.c | [a, [0], c] | [a, b, c]",
        "a.x.y, b, a.x[1], a[2] | [a, x, y] | [a, x, [1]]",
      })
  void conflictingPaths(String text, String one, String two) {
    assertThat(message(text))
        .isEqualTo(
            "Invalid ProjectionExpression: Two document paths conflict with each other; "
                + "must remove or rewrite one of these paths; path one: %s, path two: %s",
            one, two);
  }

  @Test
  void siblingsAreDistinct() {
    assertThat(message("a.b, a.c, l[0], l[1], d.e[0].f, d.e[0].g")).isNull();
  }

  @Test
  void emptyOrTooLongAttributeToGet() {
    assertThat(messageOf(() -> Projection.ofAttributesToGet(List.of("a", ""))))
        .isEqualTo("Empty attribute name");
    assertThat(messageOf(() -> Projection.ofAttributesToGet(List.of("a".repeat(65_536)))))
        .isEqualTo("Attribute name is too large, must be less than 65536 bytes");
  }

  @Test
  void duplicateAttributeToGet() {
    assertThat(messageOf(() -> Projection.ofAttributesToGet(List.of("a", "b", "c", "b", "a"))))
        .isEqualTo(
            "One or more parameter values were invalid: Duplicate value in attribute name: b");
  }
}
