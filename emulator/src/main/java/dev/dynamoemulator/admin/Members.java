package dev.dynamoemulator.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a request's body, each a text, a number, a truth value or a list of texts. No body
 * stands for one without members. Immutable.
 */
final class Members {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String DURATION = "duration";
  private static final String SECONDS = "seconds";
  private static final int MILLIS = 1000;
  private static final Duration LONGEST = Duration.ofDays(365_000);
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final Map<String, Object> values;

  private Members(Map<String, Object> values) {
    this.values = values;
  }

  static Members of(byte[] body) {
    if (body.length == 0) {
      return new Members(Map.of());
    }
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw AdminErrors.noJsonObject();
      }
      Map<String, Object> values = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        values.put(name, value(json, name));
      }
      if (json.nextToken() != null) {
        throw AdminErrors.noJsonObject();
      }
      return new Members(values);
    } catch (IOException malformed) {
      throw AdminErrors.noJsonObject();
    }
  }

  private static Object value(JsonParser json, String name) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> list(json, name);
      default ->
          throw AdminErrors.wrongValue(name, "a text, a number, true, false or a list of texts");
    };
  }

  private static List<String> list(JsonParser json, String name) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw AdminErrors.wrongValue(name, "a list of texts");
      }
      texts.add(json.getText());
    }
    return texts;
  }

  /** Refuses what an endpoint would ignore: a misspelt member is no wish to leave it out. */
  Members only(String... known) {
    for (String name : values.keySet()) {
      if (!List.of(known).contains(name)) {
        throw AdminErrors.unknownMember(name, List.of(known));
      }
    }
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw AdminErrors.wrongValue(name, "a text");
  }

  /** None when there is no such member. */
  List<String> texts(String name) {
    if (values.getOrDefault(name, List.of()) instanceof List<?> texts) {
      return texts.stream().map(String.class::cast).toList();
    }
    throw AdminErrors.wrongValue(name, "a list of texts");
  }

  double number(String name, double otherwise) {
    if (values.getOrDefault(name, otherwise) instanceof Double number) {
      return number;
    }
    throw AdminErrors.wrongValue(name, "a number");
  }

  boolean isTrue(String name) {
    Object value = values.getOrDefault(name, false);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw AdminErrors.wrongValue(name, "true or false");
  }

  /** A whole number from the least to the most, the least when there is no such member. */
  int count(String name, int least, int most) {
    Object value = values.getOrDefault(name, (double) least);
    if (value instanceof Double number
        && number >= least
        && number <= most
        && number == Math.rint(number)) {
      return number.intValue();
    }
    throw AdminErrors.wrongValue(name, "a whole number from " + least + " to " + most);
  }

  Instant instant(String name) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text(name));
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException malformed) {
      // Refused below.
    }
    throw AdminErrors.wrongValue(
        name, "a time such as 2026-01-31T23:59:59Z, of the years 1970 to 9999");
  }

  /** Given as {@code duration} in the form of ISO 8601, or as {@code seconds}. */
  Duration duration() {
    if (values.containsKey(DURATION) == values.containsKey(SECONDS)) {
      throw AdminErrors.notOneOf(List.of(DURATION, SECONDS));
    }
    return values.containsKey(DURATION) ? isoDuration() : seconds();
  }

  private Duration isoDuration() {
    try {
      Duration duration = Duration.parse(text(DURATION));
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException malformed) {
      // Refused below.
    }
    throw AdminErrors.wrongValue(DURATION, "a time such as PT1H30M, up to 1000 years");
  }

  private Duration seconds() {
    if (values.get(SECONDS) instanceof Double seconds
        && seconds >= 0
        && seconds <= LONGEST.toSeconds()) {
      return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
    throw AdminErrors.wrongValue(SECONDS, "a number of seconds, up to those of 1000 years");
  }
}
