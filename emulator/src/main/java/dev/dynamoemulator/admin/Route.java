package dev.dynamoemulator.admin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One endpoint. An action returns the members of its answer.
 *
 * @param path with at most one variable segment, written {@code *}
 */
record Route(String method, String path, Action action) {

  private static final String VARIABLE = "*";

  @FunctionalInterface
  interface Action {

    /**
     * @param variable what stands at the variable segment; null when there is none
     */
    Map<String, ?> run(Members body, String variable);
  }

  /** An endpoint that needs to be told nothing. */
  static Route plain(String method, String path, Supplier<Map<String, ?>> answer) {
    return named(method, path, variable -> answer.get());
  }

  /** An endpoint that needs to be told nothing but what its path says. */
  static Route named(String method, String path, Function<String, Map<String, ?>> answer) {
    return new Route(method, path, (body, variable) -> answer.apply(checked(body, variable)));
  }

  private static String checked(Members body, String variable) {
    body.only();
    return variable;
  }

  /** Whether the path is this one's, whatever stands at the variable segment. */
  boolean matches(String requested) {
    List<String> own = segments(path);
    List<String> given = segments(requested);
    if (own.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).equals(VARIABLE) && !own.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands at the variable segment of a path that matches. */
  String variable(String requested) {
    int place = segments(path).indexOf(VARIABLE);
    return place < 0 ? null : segments(requested).get(place);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/"));
  }
}
