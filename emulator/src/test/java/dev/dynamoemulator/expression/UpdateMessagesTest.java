package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The static checks of update expressions (expressions.md §8.2) and their faults at work (§8.4).
 */
class UpdateMessagesTest {

  private static final String VALUES =
      """
      {':s': {S: 's'}, ':n': {N: '1'}, ':b': {B: 'AQ=='}, ':bool': {BOOL: true},
       ':null': {NULL: true}, ':ss': {SS: ['s']}, ':ns': {NS: ['1']}, ':bs': {BS: ['AQ==']},
       ':l': {L: []}, ':m': {M: {}}, ':max': {N: '9.9E125'},
       ':ten': {N: '1E38'}}
      """;

  private static String fault(String text) {
    Placeholders placeholders =
        Placeholders.of(Expressions.names("#x", "a", "#y", "b"), Expressions.values(VALUES));
    String message = messageOf(() -> Expressions.bind(ExpressionKind.UPDATE, text, placeholders));
    if (message == null) {
      return null;
    }
    assertThat(message).startsWith("Invalid UpdateExpression: ");
    return message.substring("Invalid UpdateExpression: ".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET name = :s | name",
        "SET a = b.Status | Status",
        "REMOVE any | any",
        "ADD a.year :n, date :n | year",
        "SET a = if_not_exists(size, :n) | size",
      })
  void reservedWord(String text, String word) {
    assertThat(fault(text))
        .isEqualTo("Attribute name is a reserved keyword; reserved keyword: " + word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = foo(b) | foo",
        "SET a = LIST_APPEND(a, b) | LIST_APPEND",
        "SET a = b + bar(foo(c)) | bar",
      })
  void unknownFunction(String text, String function) {
    assertThat(fault(text)).isEqualTo("Invalid function name; function: " + function);
  }

  /** Alternator: test_update_expression_function_nesting. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = list_append(list_append(:l, :l), :l)",
        "SET a = list_append(b, (list_append(:l, :l)))",
        "SET a = if_not_exists(b, list_append(:l, :l))",
        "SET a = list_append(b, c) + :n",
        "SET a = (list_append(b, c)) - :n",
        "SET a = :n + list_append(b, c)",
      })
  void listAppendWithinAnother(String text) {
    assertThat(fault(text))
        .isEqualTo(
            "The function is not allowed to be used this way in an expression; function:"
                + " list_append");
  }

  /** As DynamoDB Local finds them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = ((b))",
        "SET a = ((b + c))",
        "SET a = ((b)) + c",
        "SET a = if_not_exists(b, ((c)))",
        "SET a = (((b) - (c)))",
      })
  void redundantParentheses(String text) {
    assertThat(fault(text)).isEqualTo("The expression has redundant parentheses;");
  }

  @ParameterizedTest
  @CsvSource({
    "attribute_exists",
    "attribute_not_exists",
    "attribute_type",
    "begins_with",
    "contains",
    "size"
  })
  void conditionFunction(String function) {
    assertThat(fault("SET a = " + function + "(b)"))
        .isEqualTo("The function is not allowed in an update expression; function: " + function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = :s SET b = :s | SET",
        "remove a remove b | REMOVE",
        "ADD a :n Add b :n | ADD",
        "DELETE a :ss SET b = :s DELETE c :ss | DELETE",
      })
  void repeatedSection(String text, String section) {
    assertThat(fault(text))
        .isEqualTo(
            "The \"" + section + "\" section can only be used once in an update expression;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {"SET #u = :s | #u", "SET a = :u, b.#u = :s | #u", "REMOVE #x, #v | #v"})
  void undefinedName(String text, String placeholder) {
    assertThat(fault(text))
        .isEqualTo(
            "An expression attribute name used in the document path is not defined; "
                + "attribute name: "
                + placeholder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = :u | :u",
        "SET a = list_append(:s, :u) | :u",
        "SET a = b + :u | :u",
        "ADD a :u, b :v | :u",
        "DELETE a :u | :u",
      })
  void undefinedValue(String text, String placeholder) {
    assertThat(fault(text))
        .isEqualTo(
            "An expression attribute value used in expression is not defined; attribute value: "
                + placeholder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = :s, a = :n | [a] | [a]",
        "SET a = :s REMOVE #x | [a] | [a]",
        "ADD a.b :n DELETE a :ss | [a, b] | [a]",
        "SET l[1] = :s, l[1].x = :s | [l, [1]] | [l, [1], x]",
      })
  void overlappingTargets(String text, String one, String two) {
    assertThat(fault(text))
        .isEqualTo(
            "Two document paths overlap with each other; must remove or rewrite one of these "
                + "paths; path one: %s, path two: %s",
            one, two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {"SET a.b = :s REMOVE a[1] | [a, b] | [a, [1]]"})
  void conflictingTargets(String text, String one, String two) {
    assertThat(fault(text))
        .isEqualTo(
            "Two document paths conflict with each other; must remove or rewrite one of these "
                + "paths; path one: %s, path two: %s",
            one, two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {"SET a = a + :n", "SET a = b, b = a", "SET a.b = a.c", "SET a = a[0] REMOVE b"})
  void readingATargetIsFree(String text) {
    assertThat(fault(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "ADD a :s | ADD | STRING",
        "ADD a :b | ADD | BINARY",
        "ADD a :bool | ADD | BOOLEAN",
        "ADD a :null | ADD | NULL",
        "ADD a :l | ADD | LIST",
        "ADD a :m | ADD | MAP",
        "DELETE a :n | DELETE | NUMBER",
        "DELETE a :s | DELETE | STRING",
        "DELETE a :b | DELETE | BINARY",
        "DELETE a :bool | DELETE | BOOLEAN",
        "DELETE a :null | DELETE | NULL",
        "DELETE a :m | DELETE | MAP",
        "ADD a :n DELETE b :l | DELETE | LIST",
      })
  void wrongActionOperandType(String text, String action, String type) {
    assertThat(fault(text))
        .isEqualTo(
            "Incorrect operand type for operator or function; operator: %s, operand type: %s,"
                + " typeSet: ALLOWED_FOR_%s_OPERAND",
            action, type, action);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = if_not_exists(b) | if_not_exists | 1",
        "SET a = list_append(b, c, d) | list_append | 3",
        "SET a = list_append(if_not_exists(b)) | if_not_exists | 1",
      })
  void wrongArgumentCount(String text, String function, int count) {
    assertThat(fault(text))
        .isEqualTo(
            "Incorrect number of operands for operator or function; operator or function: %s, "
                + "number of operands: %d",
            function, count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "SET a = if_not_exists(:s, b)",
        "SET a = if_not_exists(if_not_exists(a, b), :n)",
      })
  void pathRequired(String text) {
    assertThat(fault(text))
        .isEqualTo(
            "Operator or function requires a document path; operator or function: if_not_exists");
  }

  /** As DynamoDB Local has it, whose static checks of expressions are the service's. */
  @Test
  void repeatedPathInIfNotExists() {
    assertThat(fault("SET a = if_not_exists(b.c, b.c)"))
        .isEqualTo(
            "The first operand must be distinct from the remaining operands for this operator or"
                + " function; operator: if_not_exists, first operand: [b, c]");
    assertThat(fault("SET a = list_append(b, b), c = d + d, e = if_not_exists(e, f)")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET a = list_append(b, :s) | list_append | S",
        "SET a = list_append(:n, :s) | list_append | N",
        "SET a = b + :s | + | S",
        "SET a = :l - b | - | L",
      })
  void wrongOperandType(String text, String operator, String type) {
    assertThat(fault(text))
        .isEqualTo(
            "Incorrect operand type for operator or function; operator or function: %s, "
                + "operand type: %s",
            operator, type);
  }

  private static String runtimeFault(String text, String item) {
    return messageOf(() -> Expressions.update(text, VALUES).apply(AttributeJson.item(item)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = b | {}",
        "SET a = b.c | {b: {M: {}}}",
        "SET a = b[3] | {b: {L: []}}",
        "SET a = a + :n | {}",
        "SET a = list_append(a, :l) | {}",
        "SET a = if_not_exists(b, c) | {}",
        "SET a.b = c | {}",
        // Not needed, but read: DynamoDB Local.
        "SET a = if_not_exists(a, b) | {a: {N: '1'}}",
        "SET a = if_not_exists(a, if_not_exists(b, c)) | {a: {N: '1'}}",
        "SET a = if_not_exists(a, b[0]) + :n | {a: {N: '1'}, b: {N: '1'}}",
      })
  void missingAttribute(String text, String item) {
    assertThat(runtimeFault(text, item))
        .isEqualTo(
            "The provided expression refers to an attribute that does not exist in the item");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = a + :n | {a: {S: '1'}}",
        "SET a = :n - a | {a: {NS: ['1']}}",
        "SET a = list_append(a, :l) | {a: {S: 'x'}}",
        "SET a = list_append(:l, a) | {a: {M: {}}}",
        "ADD a :n | {a: {S: '1'}}",
        "ADD a :ss | {a: {NS: ['1']}}",
        "ADD a :ss | {a: {S: 's'}}",
        "ADD a :n | {a: {NS: ['1']}}",
        "DELETE a :ss | {a: {NS: ['1']}}",
        "DELETE a :ss | {a: {S: 's'}}",
      })
  void incorrectDataType(String text, String item) {
    assertThat(runtimeFault(text, item))
        .isEqualTo("An operand in the update expression has an incorrect data type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a.b = :n | {}",
        "SET a.b = :n | {a: {S: 'x'}}",
        "SET a.b = :n | {a: {L: []}}",
        "SET a[0] = :n | {a: {M: {}}}",
        "SET a[0] = :n | {}",
        "SET a.b.c = :n | {a: {M: {}}}",
        "SET a[5].b = :n | {a: {L: []}}",
        "REMOVE a.b | {}",
        "REMOVE a[0] | {a: {S: 'x'}}",
        "REMOVE a.b.c | {a: {M: {}}}",
        "ADD a.b :n | {}",
        "DELETE a.b :ss | {a: {N: '1'}}",
      })
  void invalidDocumentPath(String text, String item) {
    assertThat(runtimeFault(text, item))
        .isEqualTo("The document path provided in the update expression is invalid for update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = a + :max | {a: {N: '9.9E125'}} | Number overflow. Attempting to store a number with"
            + " magnitude larger than supported range",
        "ADD a :max | {a: {N: '9.9E125'}} | Number overflow. Attempting to store a number with"
            + " magnitude larger than supported range",
        "SET a = a + :ten | {a: {N: '1'}} | Attempting to store more than 38 significant digits in"
            + " a Number",
        "ADD a :ten | {a: {N: '1'}} | Attempting to store more than 38 significant digits in a"
            + " Number",
      })
  void numberOutOfRange(String text, String item, String message) {
    assertThat(runtimeFault(text, item)).isEqualTo(message);
  }

  @Test
  void numberTooSmall() {
    assertThat(
            messageOf(
                () ->
                    Expressions.update("SET a = a - :v", "{':v': {N: '1E-130'}}")
                        .apply(AttributeJson.item("{a: {N: '1.1E-130'}}"))))
        .isEqualTo(
            "Number underflow. Attempting to store a number with magnitude smaller than supported"
                + " range");
  }

  @ParameterizedTest
  @CsvSource({
    "SET a = :v, 31, true",
    "SET a = :v, 32, false",
    "SET m.a = :v, 30, true",
    "SET m.a = :v, 31, false",
    "SET m.l[0] = :v, 29, true",
    "SET m.l[0] = :v, 30, false"
  })
  void resultHas32LevelsAtMost(String text, int wrappers, boolean isAllowed) {
    String value = "{L: [".repeat(wrappers) + "{S: 'x'}" + "]}".repeat(wrappers);

    assertThat(
            messageOf(
                () ->
                    Expressions.update(text, "{':v': " + value + "}")
                        .apply(AttributeJson.item("{m: {M: {l: {L: []}}}}"))))
        .isEqualTo(
            isAllowed
                ? null
                : "Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
  }
}
