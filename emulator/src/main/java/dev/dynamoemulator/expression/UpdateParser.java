package dev.dynamoemulator.expression;

import dev.dynamoemulator.expression.ParseFaults.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Parses update expressions (expressions.md §8.1). */
final class UpdateParser {

  /** From high to low (expressions.md §8.2, rows 1 to 4). */
  private static final List<Fault> PRIORITY =
      List.of(Fault.LIMIT, Fault.RESERVED_WORD, Fault.UNKNOWN_FUNCTION, Fault.REPEATED_SECTION);

  private final Tokens tokens;
  private final ParseFaults faults = new ParseFaults(ExpressionKind.UPDATE);
  private final PathParser paths;
  private final SetValueParser values;
  private final Set<TokenKind> sections = EnumSet.noneOf(TokenKind.class);
  private final List<ActionSyntax> actions = new ArrayList<>();

  UpdateParser(String source) {
    this.tokens = new Tokens(ExpressionKind.UPDATE, source);
    this.paths = new PathParser(tokens, faults);
    this.values = new SetValueParser(tokens, faults, paths);
  }

  List<ActionSyntax> parse() {
    do {
      readSection();
    } while (!tokens.is(TokenKind.END));
    faults.throwFirst(PRIORITY);
    return actions;
  }

  private void readSection() {
    TokenKind section = tokens.kind();
    Supplier<ActionSyntax> action =
        switch (section) {
          case SET -> this::readSet;
          case REMOVE -> () -> new ActionSyntax.Remove(paths.read());
          case ADD -> () -> new ActionSyntax.Add(paths.read(), readValue());
          case DELETE -> () -> new ActionSyntax.Delete(paths.read(), readValue());
          default -> throw tokens.syntaxError();
        };
    if (!sections.add(section)) {
      faults.add(Fault.REPEATED_SECTION, ExpressionErrors.repeatedSection(section.name()));
    }
    tokens.skip();
    do {
      actions.add(action.get());
    } while (tokens.accept(TokenKind.COMMA));
  }

  private ActionSyntax readSet() {
    PathSyntax target = paths.read();
    tokens.expect(TokenKind.EQ);
    return new ActionSyntax.Set(target, values.read());
  }

  private String readValue() {
    return tokens.expect(TokenKind.VALUE_PLACEHOLDER);
  }
}
