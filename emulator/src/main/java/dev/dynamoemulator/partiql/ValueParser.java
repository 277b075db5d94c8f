package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.EvaluationErrors;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads literals and parameters (partiql.md §2). */
final class ValueParser {

  private final Tokens tokens;

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
      default -> throw tokens.unexpected();
    };
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
    throw tokens.unexpected();
  }

  private Term.Value signedNumber(String sign) {
    tokens.skip();
    if (!tokens.is(TokenKind.NUMBER)) {
      throw tokens.unexpected();
    }
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
    List<Term.Value> elements = elements(TokenKind.CLOSE_BRACKET);
    return folded(new Term.ListTerm(elements), elements);
  }

  private Term.Value set() {
    List<Term.Value> members = elements(TokenKind.CLOSE_SET);
    return folded(new Term.SetTerm(members), members);
  }

  /** What stands from the opening sign, which is the current token, to the closing one. */
  List<Term.Value> elements(TokenKind close) {
    tokens.skip();
    tokens.enter();
    List<Term.Value> elements = new ArrayList<>();
    if (!tokens.is(close)) {
      do {
        elements.add(read());
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(close);
    tokens.leave();
    return elements;
  }

  private Term.Value map() {
    tokens.skip();
    tokens.enter();
    Map<String, Term.Value> entries = new LinkedHashMap<>();
    if (!tokens.is(TokenKind.CLOSE_BRACE)) {
      do {
        if (!tokens.is(TokenKind.STRING)) {
          throw tokens.unexpected();
        }
        String name = tokens.takeContent();
        tokens.expect(TokenKind.COLON);
        entries.put(name, read());
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_BRACE);
    tokens.leave();
    return folded(new Term.MapTerm(entries), entries.values());
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
