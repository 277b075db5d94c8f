package dev.dynamoemulator.partiql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that a name may not be unless it is quoted: those with a place in the grammar of
 * statements, including what PartiQL knows and DynamoDB refuses, and the others that PartiQL
 * reserves. In any case.
 *
 * <p>PartiQL has most of SQL-92's words, but not all: the service's documented examples use {@code
 * year} bare, which DynamoDB Local takes, while it refuses {@code date}.
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
  TABLE,

  /** Any other word, of which statements say nothing else: as a name it must be quoted. */
  OTHER;

  private static final Map<String, Keyword> BY_SPELLING = bySpelling();

  private static Map<String, Keyword> bySpelling() {
    Map<String, Keyword> keywords = new HashMap<>();
    others().forEach(word -> keywords.put(word, OTHER));
    for (Keyword keyword : values()) {
      if (keyword != OTHER) {
        keywords.put(keyword.name(), keyword);
      }
    }
    return keywords;
  }

  /** As DynamoDB Local 2.6.1 refuses them, whose parser is PartiQL's own. */
  private static List<String> others() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Keyword.class.getResourceAsStream("other-keywords.txt"),
                StandardCharsets.US_ASCII))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keyword that the word is; null when it is none. */
  static Keyword of(String word) {
    return BY_SPELLING.get(word.toUpperCase(Locale.ROOT));
  }

  /** Whether it opens a clause that PartiQL lets follow a FROM clause and DynamoDB does not. */
  boolean isUnsupportedClause() {
    return switch (this) {
      case GROUP, HAVING, LIMIT, UNION, INTERSECT, EXCEPT -> true;
      default -> false;
    };
  }
}
