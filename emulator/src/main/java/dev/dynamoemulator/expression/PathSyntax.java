package dev.dynamoemulator.expression;

import java.util.ArrayList;
import java.util.List;

/** A document path as written. */
final class PathSyntax implements OperandSyntax {

  /** A step as written; a name that starts with {@code #} is a placeholder. */
  private final List<PathElement> elements;

  /** The path itself where it holds no placeholder; otherwise null. */
  private final Path resolved;

  PathSyntax(List<PathElement> elements) {
    this.elements = List.copyOf(elements);
    this.resolved = elements.stream().anyMatch(PathSyntax::isPlaceholder) ? null : path(elements);
  }

  /** This path continued by more steps. */
  PathSyntax append(List<PathElement> tail) {
    List<PathElement> all = new ArrayList<>(elements);
    all.addAll(tail);
    return new PathSyntax(all);
  }

  int length() {
    return elements.size();
  }

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when a placeholder is not defined
   */
  Path bind(ExpressionKind kind, Placeholders placeholders) {
    if (resolved != null) {
      return resolved;
    }
    List<PathElement> bound = new ArrayList<>(elements.size());
    for (PathElement element : elements) {
      bound.add(
          isPlaceholder(element)
              ? new PathElement.Name(placeholders.name(kind, element.toString()))
              : element);
    }
    return path(bound);
  }

  private static boolean isPlaceholder(PathElement element) {
    return element instanceof PathElement.Name name && name.name().charAt(0) == '#';
  }

  private static Path path(List<PathElement> elements) {
    return new Path(
        ((PathElement.Name) elements.get(0)).name(), elements.subList(1, elements.size()));
  }
}
