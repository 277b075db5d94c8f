package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Utf8;
import dev.dynamoemulator.model.Wording;
import java.util.Collection;
import java.util.List;

/** Faults of the parameters around expressions (expressions.md §2). */
public final class ExpressionParameterErrors {

  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";

  private ExpressionParameterErrors() {}

  /**
   * Expression and legacy parameters in one request.
   *
   * @param legacy the legacy parameters present, in the order of legacy.md §1
   * @param expressions the expression parameters present, in the order of legacy.md §1
   */
  public static DynamoDbException mixedParameters(List<String> legacy, List<String> expressions) {
    return DynamoDbException.validation(
        "Can not use both expression and non-expression parameters in the same request: "
            + "Non-expression parameters: "
            + braces(legacy)
            + " Expression parameters: "
            + braces(expressions));
  }

  public static DynamoDbException namesWithoutExpression() {
    return DynamoDbException.validation(NAMES + " can only be specified when using expressions");
  }

  /**
   * ExpressionAttributeValues in a Query or Scan without the expressions that could use them.
   *
   * @param absent those expressions, in the order of the message
   */
  public static DynamoDbException valuesWithoutExpression(ExpressionKind... absent) {
    return DynamoDbException.validation(
        VALUES + " can only be specified when using expressions: " + areNull(absent));
  }

  /** The same in PutItem, UpdateItem and DeleteItem, where newer wording names no expression. */
  public static DynamoDbException valuesWithoutExpressionInWrite(
      Wording wording, ExpressionKind... absent) {
    return DynamoDbException.validation(
        VALUES
            + " can only be specified when using expressions"
            + wording.choose("", ": " + areNull(absent)));
  }

  private static String areNull(ExpressionKind... absent) {
    StringBuilder text = new StringBuilder(absent[0].parameter());
    for (int i = 1; i < absent.length; i++) {
      text.append(" and ").append(absent[i].parameter());
    }
    return text.append(absent.length == 1 ? " is null" : " are null").toString();
  }

  static DynamoDbException emptyNames() {
    return DynamoDbException.validation(NAMES + " must not be empty");
  }

  static DynamoDbException emptyValues() {
    return DynamoDbException.validation(VALUES + " must not be empty");
  }

  static DynamoDbException invalidNamesKey(String key) {
    return invalidKey(NAMES, key);
  }

  static DynamoDbException invalidValuesKey(String key) {
    return invalidKey(VALUES, key);
  }

  private static DynamoDbException invalidKey(String parameter, String key) {
    return DynamoDbException.validation(
        parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  /** The limit is documented (expressions.md §3); inferred, as DynamoDB Local words it. */
  static DynamoDbException tooLongNamesKey(String key) {
    return tooLongKey(NAMES, " size of key: " + Utf8.length(key));
  }

  /** The same, where the size is not shown. */
  static DynamoDbException tooLongValuesKey() {
    return tooLongKey(VALUES, "");
  }

  private static DynamoDbException tooLongKey(String parameter, String size) {
    return DynamoDbException.validation(
        parameter
            + " contains invalid key: The expression attribute map contains a key that is too long;"
            + size);
  }

  /**
   * An attribute name that is empty or too long. Inferred, as DynamoDB Local words it.
   *
   * @param fault what is wrong with the name
   * @param key the placeholder, number sign included
   */
  static DynamoDbException invalidName(String fault, String key) {
    return invalidEntry(NAMES, fault, key);
  }

  /**
   * @param fault what is wrong with the value, as data-model.md §6 words it
   * @param key the placeholder, colon included
   */
  public static DynamoDbException invalidValue(String fault, String key) {
    return invalidEntry(VALUES, fault, key);
  }

  private static DynamoDbException invalidEntry(String parameter, String fault, String key) {
    return DynamoDbException.validation(
        parameter + " contains invalid value: " + fault + " for key " + key);
  }

  /** The limit is documented (expressions.md §3); inferred, as DynamoDB Local words it. */
  static DynamoDbException namesTooLarge() {
    return tooLarge(NAMES);
  }

  static DynamoDbException valuesTooLarge() {
    return tooLarge(VALUES);
  }

  private static DynamoDbException tooLarge(String parameter) {
    return DynamoDbException.validation(parameter + " exceeds max size");
  }

  static DynamoDbException unusedNames(Collection<String> keys) {
    return unused(NAMES, keys);
  }

  static DynamoDbException unusedValues(Collection<String> keys) {
    return unused(VALUES, keys);
  }

  private static DynamoDbException unused(String parameter, Collection<String> keys) {
    return DynamoDbException.validation(
        "Value provided in " + parameter + " unused in expressions: keys: " + braces(keys));
  }

  private static String braces(Collection<String> names) {
    return "{" + String.join(", ", names) + "}";
  }
}
