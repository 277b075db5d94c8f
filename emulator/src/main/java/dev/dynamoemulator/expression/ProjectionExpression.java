package dev.dynamoemulator.expression;

import dev.dynamoemulator.expression.ParseFaults.Fault;
import java.util.ArrayList;
import java.util.List;

/** A parsed ProjectionExpression without its names. Immutable, shared by requests. */
public final class ProjectionExpression {

  private static final ExpressionKind KIND = ExpressionKind.PROJECTION;

  private final List<PathSyntax> paths;

  private ProjectionExpression(List<PathSyntax> paths) {
    this.paths = List.copyOf(paths);
  }

  static ProjectionExpression parse(String source) {
    Tokens tokens = new Tokens(KIND, source);
    ParseFaults faults = new ParseFaults(KIND);
    PathParser parser = new PathParser(tokens, faults);
    List<PathSyntax> paths = new ArrayList<>();
    do {
      paths.add(parser.read());
    } while (tokens.accept(TokenKind.COMMA));
    tokens.expect(TokenKind.END);
    faults.throwFirst(List.of(Fault.LIMIT, Fault.RESERVED_WORD));
    return new ProjectionExpression(paths);
  }

  /**
   * Puts in the names of one request.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for an undefined name, or paths that touch
   *     each other (expressions.md §7)
   */
  public Projection bind(Placeholders placeholders) {
    List<Path> bound = new ArrayList<>(paths.size());
    for (PathSyntax path : paths) {
      bound.add(path.bind(KIND, placeholders));
    }
    DocumentPaths.checkDistinct(KIND, bound);
    return Projection.of(bound);
  }
}
