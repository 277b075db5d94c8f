package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dynamoemulator.model.Binary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;

/**
 * Reads the parser's current token as a declared scalar type, with the conversions that the service
 * grants (protocol.md §5). Each method throws SerializationException where it grants none.
 */
public final class Scalars {

  private Scalars() {}

  public static String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_STRING) {
      throw SerializationErrors.notConvertible(token, String.class);
    }
    return json.getText();
  }

  /** Drops a fraction downwards; what does not fit becomes the nearest int. */
  public static int integer(JsonParser json) throws IOException {
    long value = whole(json, Integer.class);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  /** Drops a fraction downwards; what does not fit becomes the nearest long. */
  public static long longNumber(JsonParser json) throws IOException {
    return whole(json, Long.class);
  }

  private static long whole(JsonParser json, Class<?> type) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_NUMBER_INT -> nearestLong(json);
      case VALUE_NUMBER_FLOAT -> (long) Math.floor(Double.parseDouble(json.getText()));
      default -> throw SerializationErrors.notConvertible(token, type);
    };
  }

  private static long nearestLong(JsonParser json) throws IOException {
    if (json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return json.getLongValue();
    }
    return json.getText().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /**
   * @param type what the service calls the declared type: Double, or Date for a timestamp
   */
  public static double decimal(JsonParser json, Class<?> type) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.parseDouble(json.getText());
      default -> throw SerializationErrors.notConvertible(token, type);
    };
  }

  public static boolean bool(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING ->
          switch (json.getText().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw SerializationErrors.noBoolean();
          };
      default -> throw SerializationErrors.notConvertible(token, Boolean.class);
    };
  }

  public static Binary binary(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_STRING -> Binary.wrap(decodeBase64(json.getText()));
      case START_ARRAY, START_OBJECT ->
          throw SerializationErrors.notConvertible(token, ByteBuffer.class);
      default -> throw SerializationErrors.noBase64Text();
    };
  }

  private static byte[] decodeBase64(String text) {
    int length = text.length();
    if (length % 4 != 0) {
      throw SerializationErrors.wrongBase64Length(length);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw SerializationErrors.wrongBase64Character();
    }
    if (hasStrayBits(text, length)) {
      throw SerializationErrors.wrongBase64Character();
    }
    return bytes;
  }

  /** Whether the character before the padding has bits that belong to no byte. */
  private static boolean hasStrayBits(String text, int length) {
    if (length == 0 || text.charAt(length - 1) != '=') {
      return false;
    }
    boolean twoPads = text.charAt(length - 2) == '=';
    char last = text.charAt(twoPads ? length - 3 : length - 2);
    return (base64Digit(last) & (twoPads ? 0xF : 0x3)) != 0;
  }

  private static int base64Digit(char c) {
    if (c >= 'a') {
      return c - 'a' + 26;
    }
    if (c >= 'A') {
      return c - 'A';
    }
    return c >= '0' ? c - '0' + 52 : c == '+' ? 62 : 63;
  }
}
