package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What the service answers when JSON does not have the declared type (protocol.md §5). */
public final class SerializationErrors {

  private static final String SHAPE_PACKAGE = "com.amazonaws.dynamodb.v20120810.";

  private SerializationErrors() {}

  /** Input that is not JSON, or no JSON object. The service sends no message. */
  public static DynamoDbException malformed() {
    return serialization(null);
  }

  /**
   * @param type the declared Java class, such as {@code java.lang.String}
   */
  static DynamoDbException notConvertible(JsonToken token, Class<?> type) {
    return switch (token) {
      case START_ARRAY -> unexpectedArray(type.getName());
      case START_OBJECT -> unexpectedObject();
      default ->
          serialization(tokenName(token) + " cannot be converted to " + type.getSimpleName());
    };
  }

  static DynamoDbException noBoolean() {
    return serialization("Unexpected token received from parser");
  }

  static DynamoDbException noBase64Text() {
    return serialization("only base-64-encoded strings are convertible to bytes");
  }

  static DynamoDbException wrongBase64Length(int length) {
    return serialization(
        "Base64 encoded length is expected a multiple of 4 bytes but found: " + length);
  }

  static DynamoDbException wrongBase64Character() {
    return serialization("Invalid last non-pad Base64 character dectected");
  }

  /** An array where a scalar or a structure of the given Java class is declared. */
  static DynamoDbException unexpectedArray(String className) {
    return serialization("Unrecognized collection type class " + className);
  }

  /**
   * @param shape the declared structure, such as {@code AttributeValue}
   */
  public static DynamoDbException arrayForStructure(String shape) {
    return unexpectedArray(SHAPE_PACKAGE + shape);
  }

  /**
   * @param valueClass the declared values, from {@link #className} or {@link #listClassName}
   */
  public static DynamoDbException arrayForMap(String valueClass) {
    return serialization(
        "Unrecognized collection type java.util.Map<java.lang.String, " + valueClass + ">");
  }

  /** An object where a scalar or a list is declared. */
  public static DynamoDbException unexpectedObject() {
    return serialization("Start of structure or map found where not expected");
  }

  public static DynamoDbException scalarForStructure(Place place) {
    return serialization(
        place == Place.MEMBER ? "Unexpected field type" : "Unexpected value type in payload");
  }

  /** A scalar where a list or a map is declared. */
  public static DynamoDbException scalarForCollection(Place place) {
    return serialization(
        place == Place.MEMBER
            ? "Unexpected field type"
            : "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast"
                + " to class java.lang.Class"
                + " (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
                + " java.lang.Class are in module java.base of loader 'bootstrap')");
  }

  /** The service's own Java class for a structure. */
  public static String className(String shape) {
    return SHAPE_PACKAGE + shape;
  }

  public static String listClassName(String elementClass) {
    return "java.util.List<" + elementClass + ">";
  }

  private static String tokenName(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> "TRUE_VALUE";
      case VALUE_FALSE -> "FALSE_VALUE";
      case VALUE_NUMBER_INT -> "NUMBER_VALUE";
      case VALUE_NUMBER_FLOAT -> "DECIMAL_VALUE";
      default -> "STRING_VALUE";
    };
  }

  private static DynamoDbException serialization(String message) {
    return DynamoDbException.of(ErrorCode.SERIALIZATION, message);
  }
}
