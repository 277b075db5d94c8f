package dev.dynamoemulator.operation.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Expected answers, written with single quotes. */
final class Json {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  static JsonNode of(String text, Object... values) {
    try {
      return JSON.readTree(text.formatted(values).replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
