package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Shortcuts from text to bound expressions, the way a request takes. */
final class Expressions {

  private Expressions() {}

  /** Pairs of placeholder and name. */
  static Map<String, String> names(String... pairs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }

  /** Values in DynamoDB JSON, quoted as keys need it: {@code {':a': {S: 'x'}}}. */
  static Map<String, AttributeValue> values(String json) {
    return AttributeJson.attributes(json);
  }

  static Placeholders placeholders(String valuesJson) {
    Map<String, AttributeValue> values = values(valuesJson);
    return Placeholders.of(null, values.isEmpty() ? null : values);
  }

  static Condition condition(String text, Placeholders placeholders) {
    return new ExpressionCache().condition(text).bind(placeholders);
  }

  static Condition condition(String text, String valuesJson) {
    return condition(text, placeholders(valuesJson));
  }

  static Update update(String text, String valuesJson) {
    return new ExpressionCache().update(text).bind(placeholders(valuesJson));
  }

  static Projection projection(String text) {
    return new ExpressionCache().projection(text).bind(placeholders("{}"));
  }

  static KeyConditions keyConditions(String text, String valuesJson) {
    return KeyConditions.of(
        new ExpressionCache().keyCondition(text).bind(placeholders(valuesJson)));
  }

  /** Parses and binds an expression of any kind. */
  static void bind(ExpressionKind kind, String text, Placeholders placeholders) {
    ExpressionCache cache = new ExpressionCache();
    switch (kind) {
      case CONDITION -> cache.condition(text).bind(placeholders);
      case FILTER -> cache.filter(text).bind(placeholders);
      case KEY_CONDITION -> cache.keyCondition(text).bind(placeholders);
      case PROJECTION -> cache.projection(text).bind(placeholders);
      case SEARCH_CONDITION -> cache.searchCondition(text).bind(placeholders);
      case UPDATE -> cache.update(text).bind(placeholders);
    }
  }

  /** Parses without binding. */
  static void parse(ExpressionKind kind, String text) {
    ExpressionCache cache = new ExpressionCache();
    switch (kind) {
      case CONDITION -> cache.condition(text);
      case FILTER -> cache.filter(text);
      case KEY_CONDITION -> cache.keyCondition(text);
      case PROJECTION -> cache.projection(text);
      case SEARCH_CONDITION -> cache.searchCondition(text);
      case UPDATE -> cache.update(text);
    }
  }

  /** The message of the error that the call ends with; null when it ends well. */
  static String messageOf(ThrowingCallable call) {
    DynamoDbException error = catchThrowableOfType(DynamoDbException.class, call);
    return error == null ? null : error.getMessage();
  }
}
