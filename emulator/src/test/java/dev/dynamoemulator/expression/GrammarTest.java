package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the grammars accept (expressions.md §4, §5, §7, §8.1). */
class GrammarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = :v",
        "a=:v",
        "  a\t=\r\n:v ",
        "a <> :v",
        "a < :v and b <= :v AND c > :v And d >= :v",
        ":v < a",
        ":v = :w",
        "a = b",
        "a between :v and :w",
        "a BETWEEN b AND c AND d = e",
        "a in (:v)",
        "a IN (:v, b, size(c), (d))",
        "size(a) in (b)",
        "attribute_exists(a)",
        "attribute_exists (a)",
        "attribute_exists((a))",
        "(attribute_exists(a))",
        "attribute_not_exists(a.b[0].#c)",
        "attribute_type(a, :v)",
        "begins_with(a, :v)",
        "contains(a, size(b))",
        "size(a) = size(b)",
        "(size(b)) = :n",
        "((size(b)) = :n) AND c = :c",
        "NOT a = :v",
        "NOT NOT a = :v",
        "NOT (NOT (a = :v))",
        "NOT attribute_exists(a) OR NOT size(a) > :v",
        "(a) = (b)",
        "(a = :v)",
        "(a = :v) AND (b = :w)",
        "(a = :v AND (b = :w))",
        "(m = :m) AND ((t = :a) OR (t = :b))",
        "(NOT (s = :s))",
        "((a = :v) AND b = :w)",
        "(a).b = :v",
        "(a.b)[0].c = :v",
        "((a).b).c = :v",
        "a [ 0 ] . b = :v",
        "a[0] = :v",
        "a[70] = :v",
        "a[2147483647] = :v",
        "#0 = :0",
        "#_.#a = :_",
        "a_ = :v",
        "a1_b = :v",
        "contains = :v",
        "begins_with(a, :v) AND a = :v OR b = :w AND NOT c = :x",
      })
  void acceptsConditions(String text) {
    for (ExpressionKind kind : ExpressionKind.values()) {
      if (kind != ExpressionKind.PROJECTION && kind != ExpressionKind.UPDATE) {
        assertThatCode(() -> Expressions.parse(kind, text)).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a,b",
        " a , b ",
        "a.b[0].c",
        "#a",
        "#a.#b[1][2]",
        "a[0],a[1]",
        "a_,a_1",
      })
  void acceptsProjections(String text) {
    assertThatCode(() -> Expressions.parse(ExpressionKind.PROJECTION, text))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = :v",
        "set a = b",
        "Set a = b Remove c Add d :e Delete f :g",
        "DELETE f :g ADD d :e REMOVE c SET a = b",
        "SET a = :v, b = :w",
        "SET a = b + :v",
        "SET a = b - c",
        "SET a=b+c,d=e-f",
        "SET c = (c - :v)",
        "SET v = if_not_exists(v, :d) - :amt",
        "SET l = list_append(if_not_exists(l, :e), :m)",
        "SET l = list_append ( l , :m )",
        "set b.c=((c[1])+(b.a))",
        "set a = (b)",
        "set a = ((b) - (c))",
        "set a = (b) + c",
        "set a = (list_append((b), (c)))",
        "set a = if_not_exists((b), (if_not_exists(c, d))) + (e)",
        "REMOVE a",
        "REMOVE a, b.c[0], #d",
        "ADD a :v, b.c :w",
        "DELETE a :v, b[0] :w",
      })
  void acceptsUpdates(String text) {
    assertThatCode(() -> Expressions.parse(ExpressionKind.UPDATE, text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void acceptsExpressionsOf4096Bytes(ExpressionKind kind) {
    String text = LimitTest.shortExpression(kind);
    String longest = text + " ".repeat(4096 - text.length());

    assertThatCode(() -> Expressions.parse(kind, longest)).doesNotThrowAnyException();
  }
}
