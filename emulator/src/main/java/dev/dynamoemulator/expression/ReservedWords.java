package dev.dynamoemulator.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that no attribute name in an expression may be (expressions.md §4.2). */
final class ReservedWords {

  private static final Set<String> WORDS = load();

  private ReservedWords() {}

  /** Whether the word is reserved, however it is capitalised. */
  static boolean contains(String word) {
    return WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  private static Set<String> load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ReservedWords.class.getResourceAsStream("reserved-words.txt"),
                StandardCharsets.US_ASCII))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
