package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.RandomValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random values and random statements, with seeds so that a failure can be repeated. */
class StatementPropertyTest {

  private static final String[] PIECES = {
    "SELECT",
    "FROM",
    "WHERE",
    "ORDER BY",
    "INSERT INTO",
    "VALUE",
    "UPDATE",
    "SET",
    "REMOVE",
    "DELETE FROM",
    "RETURNING",
    "ALL",
    "MODIFIED",
    "OLD",
    "NEW",
    "EXISTS",
    "AND",
    "or",
    "NOT",
    "BETWEEN",
    "in",
    "IS",
    "MISSING",
    "NULL",
    "LIMIT",
    "a",
    "\"b c\"",
    "t",
    "t.i",
    "'x'",
    "1",
    "-2.5",
    "?",
    "true",
    "=",
    "<>",
    "<",
    ">=",
    "+",
    "-",
    "*",
    "(",
    ")",
    "[",
    "]",
    "[0]",
    "{",
    "}",
    "'k':",
    "<<",
    ">>",
    ".",
    ",",
    ";",
    "size(",
    "contains(",
    "list_append(",
    "set_add(",
    "!",
    "#"
  };

  @RepeatedTest(20)
  void readsWhatItWouldWrite(RepetitionInfo repetition) {
    RandomValues random = new RandomValues(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      AttributeValue value = random.value(3);
      List<AttributeValue> parameters = new ArrayList<>();
      String statement = "INSERT INTO t VALUE {'a': " + term(value, parameters) + "}";

      Statement.Insert insert =
          (Statement.Insert) StatementParser.parse(statement).bind(parameters);

      assertThat(insert.item().get("a")).as(statement).isEqualTo(value);
    }
  }

  /** Binaries have no literals: what has one in it becomes a parameter as a whole. */
  private static String term(AttributeValue value, List<AttributeValue> parameters) {
    if (!hasBinary(value)) {
      return literal(value);
    }
    parameters.add(value);
    return "?";
  }

  private static boolean hasBinary(AttributeValue value) {
    return switch (value.type()) {
      case B, BS -> true;
      case L ->
          ((AttributeValue.L) value).elements().stream().anyMatch(StatementPropertyTest::hasBinary);
      case M ->
          ((AttributeValue.M) value)
              .entries().values().stream().anyMatch(StatementPropertyTest::hasBinary);
      default -> false;
    };
  }

  private static String literal(AttributeValue value) {
    return switch (value.type()) {
      case S -> quoted(((AttributeValue.S) value).value());
      case N -> ((AttributeValue.N) value).value().toString();
      case BOOL -> String.valueOf(((AttributeValue.Bool) value).value());
      case NULL -> "null";
      case SS -> set(((AttributeValue.SS) value).members().stream().map(s -> quoted(s)));
      case NS -> set(((AttributeValue.NS) value).members().stream().map(Object::toString));
      case L ->
          ((AttributeValue.L) value)
              .elements().stream()
                  .map(StatementPropertyTest::literal)
                  .collect(Collectors.joining(",", "[", "]"));
      case M -> map(((AttributeValue.M) value).entries());
      case B, BS -> throw new IllegalArgumentException(value + " has no literal");
    };
  }

  private static String set(Stream<String> members) {
    return members.collect(Collectors.joining(", ", "<<", ">>"));
  }

  private static String map(Map<String, AttributeValue> entries) {
    return entries.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + literal(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @RepeatedTest(20)
  void answersAnyTextWithStatementOrFault(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(14); left > 0; left--) {
        text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) > 0 ? " " : "");
      }
      try {
        StatementParser.parse(text.toString()).bind(List.of());
      } catch (DynamoDbException fault) {
        assertThat(fault.getMessage()).as(text.toString()).isNotEmpty();
      }
    }
  }
}
