package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.EvaluationErrors;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads literals and parameters (partiql.md §2). */
final class ValueParser {

  private static final String ROOT = "root";

  private final Tokens tokens;

  /** Where in the attribute's value the parser is, as messages show it: {@code root.a.0}. */
  private String place = ROOT;

  ValueParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a value begins here. */
  boolean isAtValue() {
    return switch (tokens.kind()) {
      case STRING, NUMBER, PARAMETER, OPEN_BRACKET, OPEN_BRACE, OPEN_SET -> true;
      case PLUS, MINUS -> tokens.isNext(TokenKind.NUMBER);
      case KEYWORD -> tokens.is(Keyword.TRUE) || tokens.is(Keyword.FALSE) || isNull();
      default -> false;
    };
  }

  private boolean isNull() {
    return tokens.is(Keyword.NULL);
  }

  Term.Value read() {
    return switch (tokens.kind()) {
      case STRING -> new Term.Constant(new AttributeValue.S(tokens.takeContent()));
      case NUMBER -> new Term.Constant(number(""));
      case PLUS -> signedNumber("");
      case MINUS -> signedNumber("-");
      case PARAMETER -> new Term.Parameter(tokens.takeParameter());
      case OPEN_BRACKET -> list();
      case OPEN_SET -> set();
      case OPEN_BRACE -> map();
      case KEYWORD -> keyword();
      case NAME, QUOTED_NAME -> throw unsupportedData(tokens.content(), "VariableReference");
      default -> throw tokens.unexpected();
    };
  }

  /** A value is all that may stand here, but PartiQL would take more. */
  private DynamoDbException unsupportedData(String data, String kind) {
    return LiteralErrors.unsupportedData(
        place.equals(ROOT) ? data : kind, place, tokens.position());
  }

  private Term.Value keyword() {
    if (tokens.accept(Keyword.TRUE)) {
      return new Term.Constant(AttributeValue.Bool.TRUE);
    }
    if (tokens.accept(Keyword.FALSE)) {
      return new Term.Constant(AttributeValue.Bool.FALSE);
    }
    if (tokens.accept(Keyword.NULL)) {
      return new Term.Constant(AttributeValue.Null.INSTANCE);
    }
    throw tokens.is(Keyword.MISSING)
        ? unsupportedData("MISSING", "LiteralMissing")
        : tokens.unexpected();
  }

  private Term.Value signedNumber(String sign) {
    if (!tokens.isNext(TokenKind.NUMBER)) {
      throw unsupportedData(tokens.text(), tokens.text());
    }
    tokens.skip();
    return new Term.Constant(number(sign));
  }

  private AttributeValue number(String sign) {
    try {
      return new AttributeValue.N(DynamoNumber.parse(sign + tokens.take()));
    } catch (InvalidNumberException e) {
      throw EvaluationErrors.invalidResult(e);
    }
  }

  private Term.Value list() {
    tokens.skip();
    tokens.enter();
    List<Term.Value> elements = new ArrayList<>();
    if (!tokens.is(TokenKind.CLOSE_BRACKET)) {
      do {
        elements.add(readAt(place + "." + elements.size()));
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_BRACKET);
    tokens.leave();
    return folded(new Term.ListTerm(elements), elements);
  }

  private Term.Value set() {
    if (tokens.isNext(TokenKind.CLOSE_SET)) {
      throw LiteralErrors.emptySet(tokens.position());
    }
    tokens.skip();
    List<Term.Value> members = new ArrayList<>();
    do {
      members.add(member());
    } while (tokens.accept(TokenKind.COMMA));
    tokens.expect(TokenKind.CLOSE_SET);
    return folded(new Term.SetTerm(members), members);
  }

  private Term.Value member() {
    return switch (tokens.kind()) {
      case STRING, NUMBER, PLUS, MINUS, PARAMETER -> read();
      default -> throw LiteralErrors.memberOfNoSet(tokens.position());
    };
  }

  /** The item of an INSERT, whose attributes' values each have a {@code root} of their own. */
  Term.Value tuple() {
    if (!tokens.is(TokenKind.OPEN_BRACE)) {
      throw LiteralErrors.insertOfNoTuple(tokens.position());
    }
    return map(
        null,
        name -> {
          Term.Value value = read();
          if (tokens.kind().isCalculation()) {
            throw unsupportedData(tokens.text(), tokens.text());
          }
          return value;
        });
  }

  private Term.Value map() {
    return map(tokens.position(), name -> readAt(place + "." + name));
  }

  /**
   * @param position where a repeated key is reported; null for where it stands
   */
  private Term.Value map(Position position, Function<String, Term.Value> value) {
    tokens.skip();
    tokens.enter();
    Map<String, Term.Value> entries = new LinkedHashMap<>();
    if (!tokens.is(TokenKind.CLOSE_BRACE)) {
      do {
        Position keyPosition = tokens.position();
        String key = key();
        tokens.expect(TokenKind.COLON);
        if (entries.put(key, value.apply(key)) != null) {
          throw LiteralErrors.duplicateKey(key, place, position == null ? keyPosition : position);
        }
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_BRACE);
    tokens.leave();
    return folded(new Term.MapTerm(entries), entries.values());
  }

  private String key() {
    if (tokens.isName()) {
      throw LiteralErrors.keyOfNoString("VariableReference", place, tokens.position());
    }
    if (tokens.is(TokenKind.NUMBER)) {
      boolean isWhole = tokens.text().chars().allMatch(Character::isDigit);
      throw LiteralErrors.keyOfNoString(isWhole ? "INT" : "DECIMAL", place, tokens.position());
    }
    if (!tokens.is(TokenKind.STRING)) {
      throw tokens.unexpected();
    }
    return tokens.takeName();
  }

  private Term.Value readAt(String inner) {
    String outer = place;
    place = inner;
    Term.Value value = read();
    place = outer;
    return value;
  }

  /** A literal that is the same whatever the parameters are is made once. */
  private static Term.Value folded(Term.Value literal, Iterable<Term.Value> parts) {
    for (Term.Value part : parts) {
      if (!(part instanceof Term.Constant)) {
        return literal;
      }
    }
    return new Term.Constant(literal.value(List.of()));
  }
}
