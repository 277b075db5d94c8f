package dev.dynamoemulator.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that no path of a projection, and no target of an update, may touch another. */
final class DocumentPaths {

  private enum Relation {
    DISTINCT,
    /** Equal, or one leads through the other. */
    OVERLAP,
    /** From one place the one goes on by name, the other by index. */
    CONFLICT
  }

  private DocumentPaths() {}

  /** Fails with the first overlap or, where there is none, the first conflict. */
  static void checkDistinct(ExpressionOrigin origin, List<Path> paths) {
    if (haveDistinctAttributes(paths)) {
      return;
    }
    Path conflicting = null;
    Path conflicted = null;
    for (int i = 1; i < paths.size(); i++) {
      Path path = paths.get(i);
      for (int j = 0; j < i; j++) {
        Path earlier = paths.get(j);
        Relation relation = relation(earlier, path);
        if (relation == Relation.OVERLAP) {
          throw ExpressionErrors.overlappingPaths(origin, earlier, path);
        }
        if (relation == Relation.CONFLICT && conflicting == null) {
          conflicted = earlier;
          conflicting = path;
        }
      }
    }
    if (conflicting != null) {
      throw ExpressionErrors.conflictingPaths(origin, conflicted, conflicting);
    }
  }

  private static boolean haveDistinctAttributes(List<Path> paths) {
    Set<String> attributes = new HashSet<>();
    for (Path path : paths) {
      if (!attributes.add(path.attribute())) {
        return false;
      }
    }
    return true;
  }

  private static Relation relation(Path one, Path other) {
    if (!one.attribute().equals(other.attribute())) {
      return Relation.DISTINCT;
    }
    int common = Math.min(one.rest().size(), other.rest().size());
    for (int i = 0; i < common; i++) {
      PathElement a = one.rest().get(i);
      PathElement b = other.rest().get(i);
      if (!a.equals(b)) {
        return a.getClass() == b.getClass() ? Relation.DISTINCT : Relation.CONFLICT;
      }
    }
    return Relation.OVERLAP;
  }
}
