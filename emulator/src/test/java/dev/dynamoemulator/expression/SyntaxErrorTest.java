package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Token and surroundings named by a syntax error (expressions.md §4.1). */
class SyntaxErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "PROJECTION | !!! INVALID !!! | ! | !!",
        "PROJECTION | !!! | ! | !!",
        "UPDATE | INVALID SYNTAX HERE | INVALID | INVALID SYNTAX",
        "PROJECTION | a-b | - | a-b",
        "CONDITION | a-b = :v | - | a-b",
        "FILTER | a-b = :v | - | a-b",
        "CONDITION | attribute_exists(x) AND NOT #f | <EOF> | #f",
        "PROJECTION | a, _id | _ | , _id",
        "UPDATE | SET _id = :v | _ | SET _id",
        "KEY_CONDITION | pk = :v AND begins_with() | ) | ()",
        "UPDATE | ADD hits : incr | : | hits : incr",
      })
  void namesWhatTheServiceWasSeenToName(
      ExpressionKind kind, String text, String token, String near) {
    assertSyntaxError(kind, text, token, near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "a > between | between | > between",
        "a = set | set | = set",
        "Remove = b | Remove | Remove =",
        "a.add = b | add | .add =",
        "delete.a = b | delete | delete.",
        "_a = b | _ | _a",
        "a._b = c | _ | ._b",
        "a[00] = b | 0 | 00]",
        "a[010] = b | 10 | 010]",
        "a in b | b | in b",
        "a in (b,c,) | ) | ,)",
        "a in () | ) | ()",
        "#$.b > a | # | #$",
        "a > :x.y | . | :x.y",
        "b[:a] > a | :a | [:a]",
        "b[#_] > a | #_ | [#_]",
        "attribute_exists(asdf[a]) | a | [a]",
        "size(a).b > a | . | ).b",
        "(size(a))[0] > a | [ | )[0",
        "(:v).b > a | . | ).b",
        "a | <EOF> | a",
        "(a) | <EOF> | )",
        "a AND b = c | AND | a AND b",
        "a = b c | c | b c",
        "(a = b | <EOF> | b",
        "a = b) | ) | b)",
        "a = b = c | = | b = c",
        "(a = b) = c | = | ) = c",
        "a = (b = c) | = | b = c",
        "a = NOT b | NOT | = NOT b",
        "NOT a | <EOF> | a",
        "a BETWEEN b OR c | OR | b OR c",
        "a BETWEEN (b AND c) | AND | b AND c",
        "a BETWEEN b AND | <EOF> | AND",
        "a > 4 | 4 | > 4",
        "a > -4 | - | > -4",
        "a > 1.5 | 1 | > 1.",
        "a = 'x' | ' | = 'x",
        "a = \"x\" | \" | = \"x",
        "a != b | ! | a !=",
        "a == b | = | == b",
        "ü = b | ü | ü =",
        "a = 𝄞 b | 𝄞 | = 𝄞 b",
        "= b | = | = b",
        "AND a = b | AND | AND a",
        "[0] = b | [ | [0",
        "a[-1] = b | - | [-1",
        "a[1 = b | = | 1 = b",
        "a. = b | = | . = b",
        "a..b = c | . | ..b",
        "a.in = b | in | .in =",
        "a = :b  )  :c | ) | :b  )  :c",
        "#a(b) | ( | #a(b",
        "contains(a b) | b | a b)",
        "contains(a = b, c) | = | a = b",
        "contains(a, (b = c)) | = | b = c",
        "contains(a, b | <EOF> | b",
        "a = size(b) + c | + | ) + c",
        ": = a | : | : =",
        "# = a | # | # =",
      })
  void inConditions(String text, String token, String near) {
    assertSyntaxError(ExpressionKind.CONDITION, text, token, near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "whatever(stuff) | ( | whatever(stuff",
        "a, and | and | , and",
        "a.Between, b | Between | .Between,",
        "set | set | set",
        ":a | :a | :a",
        "a,,b | , | ,,b",
        "a..b | . | ..b",
        "a[b] | b | [b]",
        "(a) | ( | (a",
        "(a.b).c | ( | (a",
        "a, | <EOF> | ,",
        "a b | b | a b",
        "a[0]b | b | ]b",
        "[0] | [ | [0",
        "a[0 | <EOF> | 0",
      })
  void inProjections(String text, String token, String near) {
    assertSyntaxError(ExpressionKind.PROJECTION, text, token, near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "set a | <EOF> | a",
        "set a=set | set | =set",
        "set a b | b | a b",
        "set :a = b | :a | set :a =",
        "set a[1] = 1 | 1 | = 1",
        "set (a = (b + c)) | ( | set (a",
        "set a = (b.c).d + e | . | ).d",
        "set and = :b | and | set and =",
        "remove a, in | in | , in",
        "set a = if_not_exists(b, c + d) | + | c + d",
        "set a = if_not_exists(b, (c - d)) | - | c - d",
        "set a = list_append(b + c, d) | + | b + c",
        "set a = b + c + d | + | c + d",
        "set a = (b + c) + d | + | ) + d",
        "set a = b + (c + d) | + | c + d",
        "set a = b * c | * | b * c",
        "set a = b, | <EOF> | ,",
        "set a = f() | ) | ()",
        "set a = f(b | <EOF> | b",
        "set a = (b | <EOF> | b",
        "set a = (b)) | ) | ))",
        "set a = b = c | = | b = c",
        "remove a = b | = | a = b",
        "remove a b | b | a b",
        "remove :a | :a | remove :a",
        "remove | <EOF> | remove",
        "add a | <EOF> | a",
        "add a = b | = | a = b",
        "add a b | b | a b",
        "add :a b | :a | add :a b",
        "delete a b | b | a b",
        "delete a f(b) | f | a f(",
        "a = :b | a | a =",
        "set a = :b, set c = :d | set | , set c",
        "set a = :b remove | <EOF> | remove",
        "set (a).b = :c | ( | set (a",
      })
  void inUpdates(String text, String token, String near) {
    assertSyntaxError(ExpressionKind.UPDATE, text, token, near);
  }

  @ParameterizedTest
  @EnumSource
  void emptyExpressionHasAMessageOfItsOwn(ExpressionKind kind) {
    assertThat(messageOf(() -> Expressions.parse(kind, "")))
        .isEqualTo("Invalid " + kind.parameter() + ": The expression can not be empty;");
  }

  @ParameterizedTest
  @EnumSource
  void blankExpressionEndsTooEarly(ExpressionKind kind) {
    assertSyntaxError(kind, " \t\r\n", "<EOF>", " \t\r\n");
  }

  /** As DynamoDB Local shows it. */
  @Test
  void theEndOfTheSourceIncludesItsWhitespace() {
    assertSyntaxError(ExpressionKind.CONDITION, "a = b AND\t ", "<EOF>", "AND\t ");
    assertSyntaxError(ExpressionKind.UPDATE, " REMOVE \n", "<EOF>", "REMOVE \n");
  }

  @Test
  void surroundingsKeepTheirWhitespace() {
    assertSyntaxError(ExpressionKind.CONDITION, "a \n =\t\tb  c", "c", "b  c");
  }

  /** As DynamoDB Local has it. */
  @Test
  void surroundingsReachToTheEndsOfTheSource() {
    assertSyntaxError(ExpressionKind.CONDITION, "  =  b  ", "=", "  =  b");
    assertSyntaxError(ExpressionKind.CONDITION, " = ", "=", " = ");
    assertSyntaxError(ExpressionKind.CONDITION, " a = b  c ", "c", "b  c ");
    assertSyntaxError(ExpressionKind.CONDITION, " a  b ", "b", "a  b ");
    assertSyntaxError(ExpressionKind.CONDITION, "a =  ", "<EOF>", "=  ");
    assertSyntaxError(ExpressionKind.CONDITION, "  ", "<EOF>", "  ");
  }

  private static void assertSyntaxError(
      ExpressionKind kind, String text, String token, String near) {
    assertThat(messageOf(() -> Expressions.parse(kind, text)))
        .isEqualTo(
            "Invalid %s: Syntax error; token: \"%s\", near: \"%s\"", kind.parameter(), token, near);
  }
}
