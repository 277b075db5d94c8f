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

  /** How many lists, maps and sets the parser is inside of. */
  private int depth;

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

  /** A literal, or a parameter, which stands for a whole value and for no part of one. */
  Term.Value read() {
    return tokens.is(TokenKind.PARAMETER)
        ? new Term.Parameter(tokens.takeParameter())
        : new Term.Constant(literal());
  }

  private AttributeValue literal() {
    return switch (tokens.kind()) {
      case STRING -> new AttributeValue.S(tokens.takeContent());
      case NUMBER -> number("");
      case PLUS -> signedNumber("");
      case MINUS -> signedNumber("-");
      case PARAMETER -> throw unsupportedData("?", "Parameter");
      case OPEN_BRACKET -> list();
      case OPEN_SET -> set();
      case OPEN_BRACE -> new AttributeValue.M(map());
      case KEYWORD -> keyword();
      case NAME, QUOTED_NAME -> throw reference();
      default -> throw tokens.unexpected();
    };
  }

  /** A literal is all that may stand here, but PartiQL would take more. */
  private DynamoDbException unsupportedData(String data, String kind) {
    return LiteralErrors.unsupportedData(isInside() ? kind : data, place, tokens.position());
  }

  private DynamoDbException unsupportedCalculation() {
    return unsupportedData(tokens.text(), "NAry");
  }

  private boolean isInside() {
    return depth > 0;
  }

  /** What begins with a name, be it of an attribute or of a function. */
  private DynamoDbException reference() {
    if (tokens.isNext(TokenKind.OPEN)) {
      return Aggregate.isNamed(tokens.text())
          ? unsupportedData(tokens.text(), "CallAgg")
          : unsupportedCalculation();
    }
    if (tokens.isNext(TokenKind.DOT) || tokens.isNext(TokenKind.OPEN_BRACKET)) {
      return LiteralErrors.unsupportedPath(isInside() ? "Path" : "PATH", place);
    }
    DynamoDbException reference = unsupportedData(tokens.content(), "VariableReference");
    tokens.skip();
    return isOperator() ? unsupportedCalculation() : reference;
  }

  private boolean isOperator() {
    return (tokens.kind().isCalculation() || tokens.kind().comparator() != null)
        && !tokens.isNext(TokenKind.END);
  }

  private void checkNoOperator() {
    if (isOperator()) {
      throw unsupportedCalculation();
    }
  }

  private AttributeValue keyword() {
    if (tokens.accept(Keyword.TRUE)) {
      return AttributeValue.Bool.TRUE;
    }
    if (tokens.accept(Keyword.FALSE)) {
      return AttributeValue.Bool.FALSE;
    }
    if (tokens.accept(Keyword.NULL)) {
      return AttributeValue.Null.INSTANCE;
    }
    throw tokens.is(Keyword.MISSING)
        ? unsupportedData("MISSING", "LiteralMissing")
        : tokens.unexpected();
  }

  private AttributeValue signedNumber(String sign) {
    if (!tokens.isNext(TokenKind.NUMBER)) {
      throw unsupportedCalculation();
    }
    tokens.skip();
    return number(sign);
  }

  private AttributeValue number(String sign) {
    Position position = tokens.position();
    boolean isDecimal = !tokens.isWholeNumber();
    try {
      DynamoNumber number = DynamoNumber.parse(sign + tokens.take());
      if (isDecimal && sign.equals("-") && number.isZero()) {
        throw LiteralErrors.negativeZero(place, position);
      }
      return new AttributeValue.N(number);
    } catch (InvalidNumberException e) {
      throw EvaluationErrors.invalidResult(e);
    }
  }

  private AttributeValue list() {
    tokens.skip();
    tokens.enter();
    List<AttributeValue> elements = new ArrayList<>();
    if (!tokens.is(TokenKind.CLOSE_BRACKET)) {
      do {
        elements.add(part(place + "." + elements.size()));
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_BRACKET);
    tokens.leave();
    return new AttributeValue.L(elements);
  }

  private AttributeValue set() {
    if (tokens.isNext(TokenKind.CLOSE_SET)) {
      throw LiteralErrors.emptySet(tokens.position());
    }
    tokens.skip();
    List<AttributeValue> members = new ArrayList<>();
    members.add(firstMember());
    while (tokens.accept(TokenKind.COMMA)) {
      members.add(part(place));
    }
    tokens.expect(TokenKind.CLOSE_SET);
    return SetLiteral.of(members);
  }

  /** It says of what type the set is. */
  private AttributeValue firstMember() {
    AttributeValue member =
        switch (tokens.kind()) {
          case STRING, NUMBER, PLUS, MINUS -> literal();
          default -> throw LiteralErrors.memberOfNoSet(tokens.position());
        };
    if (isOperator()) {
      throw LiteralErrors.memberOfNoSet(tokens.position());
    }
    return member;
  }

  /** The item of an INSERT, whose attributes' values each have a {@code root} of their own. */
  Map<String, Term.Value> tuple() {
    if (!tokens.is(TokenKind.OPEN_BRACE)) {
      throw LiteralErrors.insertOfNoTuple(tokens.position());
    }
    return entries(
        null,
        name -> {
          Term.Value value = read();
          checkNoOperator();
          return value;
        });
  }

  private Map<String, AttributeValue> map() {
    return entries(tokens.position(), name -> part(place + "." + name));
  }

  /**
   * @param position where a repeated key is reported; null for where it stands
   */
  private <V> Map<String, V> entries(Position position, Function<String, V> value) {
    tokens.skip();
    tokens.enter();
    Map<String, V> entries = new LinkedHashMap<>();
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
    return entries;
  }

  private String key() {
    if (tokens.isName()) {
      throw LiteralErrors.keyOfNoString("VariableReference", place, tokens.position());
    }
    if (tokens.is(TokenKind.PARAMETER)) {
      throw LiteralErrors.keyOfNoString("Parameter", place, tokens.position());
    }
    if (tokens.is(TokenKind.NUMBER)) {
      String type = tokens.isWholeNumber() ? "INT" : "DECIMAL";
      throw LiteralErrors.keyOfNoString(type, place, tokens.position());
    }
    if (!tokens.is(TokenKind.STRING)) {
      throw tokens.unexpected();
    }
    return tokens.takeName();
  }

  /** A value inside of another one. */
  private AttributeValue part(String inner) {
    String outer = place;
    place = inner;
    depth++;
    AttributeValue value = literal();
    checkNoOperator();
    depth--;
    place = outer;
    return value;
  }
}
