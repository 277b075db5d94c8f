package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
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
      String statement = "INSERT INTO t VALUE {'a': " + literal(value, parameters) + "}";

      Statement.Insert insert =
          (Statement.Insert) StatementParser.parse(statement).bind(parameters);

      assertThat(insert.item().get("a")).as(statement).isEqualTo(value);
    }
  }

  /** Binaries have no literals: they become parameters. */
  private static String literal(AttributeValue value, List<AttributeValue> parameters) {
    return switch (value.type()) {
      case S -> quoted(((AttributeValue.S) value).value());
      case N -> ((AttributeValue.N) value).value().toString();
      case B -> parameter(value, parameters);
      case BOOL -> String.valueOf(((AttributeValue.Bool) value).value());
      case NULL -> "null";
      case SS -> set(((AttributeValue.SS) value).members().stream().map(s -> quoted(s)));
      case NS -> set(((AttributeValue.NS) value).members().stream().map(Object::toString));
      case BS ->
          set(((AttributeValue.BS) value).members().stream().map(b -> parameter(b, parameters)));
      case L ->
          ((AttributeValue.L) value)
              .elements().stream()
                  .map(element -> literal(element, parameters))
                  .collect(Collectors.joining(",", "[", "]"));
      case M -> map(((AttributeValue.M) value).entries(), parameters);
    };
  }

  private static String parameter(Binary binary, List<AttributeValue> parameters) {
    return parameter(new AttributeValue.B(binary), parameters);
  }

  private static String parameter(AttributeValue value, List<AttributeValue> parameters) {
    parameters.add(value);
    return "?";
  }

  private static String set(Stream<String> members) {
    return members.collect(Collectors.joining(", ", "<<", ">>"));
  }

  private static String map(Map<String, AttributeValue> entries, List<AttributeValue> parameters) {
    return entries.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + literal(entry.getValue(), parameters))
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
