package dev.dynamoemulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Collectors;

/**
 * How the values of an option are written: as text on the command line, and as JSON.
 *
 * @param parser throws an IllegalArgumentException whose message says what is allowed
 * @param writer answers a text, a number or a truth value
 */
record OptionType<T>(Function<String, T> parser, Function<T, Object> writer) {

  static final OptionType<String> TEXT = text(value -> value);
  static final OptionType<Path> PATH = text(Path::of);
  static final OptionType<URI> URL = text(OptionType::url);
  static final OptionType<Instant> INSTANT = text(OptionType::instant);
  static final OptionType<Level> LEVEL = text(OptionType::level);
  static final OptionType<Boolean> FLAG = new OptionType<>(OptionType::flag, value -> value);
  static final OptionType<Integer> NUMBER = new OptionType<>(OptionType::number, value -> value);
  static final OptionType<Duration> MILLIS =
      new OptionType<>(value -> Duration.ofMillis(number(value)), Duration::toMillis);
  static final OptionType<Duration> SECONDS =
      new OptionType<>(value -> Duration.ofSeconds(number(value)), Duration::toSeconds);
  static final OptionType<Set<String>> LIST =
      new OptionType<>(OptionType::list, values -> String.join(",", values));

  /** One of the type's constants, in lower case. */
  static <E extends Enum<E>> OptionType<E> constant(Class<E> type) {
    return new OptionType<>(value -> constant(type, value), OptionType::name);
  }

  private static <T> OptionType<T> text(Function<String, T> parser) {
    return new OptionType<>(parser, Object::toString);
  }

  /**
   * @throws IllegalArgumentException when the value is not allowed; the message says which are
   */
  T parse(String value) {
    return parser.apply(value);
  }

  /** Null for null. */
  Object json(T value) {
    return value == null ? null : writer.apply(value);
  }

  /** No number is one that no option allows, to be refused in the words of the option. */
  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Instant instant(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time such as 2026-01-31T23:59:59Z", e);
    }
  }

  private static URI url(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be a URL such as http://localhost:4567", e);
    }
  }

  private static Set<String> list(String value) {
    return Arrays.stream(value.split(","))
        .map(String::trim)
        .filter(element -> !element.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Level level(String value) {
    try {
      return Level.parse(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be OFF, SEVERE, WARNING, INFO, FINE, FINER, FINEST or ALL", e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String value) {
    List<E> constants = List.of(type.getEnumConstants());
    return constants.stream()
        .filter(constant -> name(constant).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    constants.stream()
                        .map(OptionType::name)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
