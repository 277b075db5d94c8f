package dev.dynamoemulator.partiql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words that a name may not be unless it is quoted: those with a place in the grammar of
 * statements, including what PartiQL knows and DynamoDB refuses. In any case.
 *
 * <p>Shorter than SQL's own list on purpose: the service's documented examples use {@code year}
 * bare, which is on that list.
 */
enum Keyword {
  SELECT,
  DISTINCT,
  FROM,
  WHERE,
  GROUP,
  HAVING,
  ORDER,
  BY,
  ASC,
  DESC,
  LIMIT,
  OFFSET,
  UNION,
  INTERSECT,
  EXCEPT,
  INSERT,
  INTO,
  VALUE,
  VALUES,
  UPDATE,
  SET,
  REMOVE,
  DELETE,
  RETURNING,
  ALL,
  AND,
  OR,
  NOT,
  BETWEEN,
  IN,
  IS,
  LIKE,
  ESCAPE,
  EXISTS,
  TRUE,
  FALSE,
  NULL,
  MISSING,
  AS,
  AT,
  CASE,
  WHEN,
  THEN,
  ELSE,
  END,
  CAST,
  JOIN,
  INNER,
  LEFT,
  RIGHT,
  OUTER,
  FULL,
  CROSS,
  ON,
  PIVOT,
  UNPIVOT,
  CREATE,
  DROP,
  TABLE;

  private static final Map<String, Keyword> BY_SPELLING =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  /** The keyword that the word is; null when it is none. */
  static Keyword of(String word) {
    return BY_SPELLING.get(word.toUpperCase(Locale.ROOT));
  }

  /** Whether it opens a clause that PartiQL lets follow a FROM clause and DynamoDB does not. */
  boolean isUnsupportedClause() {
    return switch (this) {
      case GROUP, HAVING, LIMIT, OFFSET, UNION, INTERSECT, EXCEPT -> true;
      default -> false;
    };
  }
}
