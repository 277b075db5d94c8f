package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;

/** Faults of the values that a statement spells out (partiql.md §2, §7). */
final class LiteralErrors {

  private static final String MIXED_SET =
      "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";

  private LiteralErrors() {}

  /**
   * @param position that of the opening sign
   */
  static DynamoDbException emptySet(Position position) {
    return GrammarErrors.at("Empty bags are not supported", position);
  }

  static DynamoDbException memberOfNoSet(Position position) {
    return GrammarErrors.at(MIXED_SET, position);
  }

  static DynamoDbException mixedSet() {
    return DynamoDbException.validation(MIXED_SET);
  }

  static DynamoDbException duplicateSetMembers() {
    return DynamoDbException.validation("Input collection contains duplicates");
  }

  /**
   * @param place of the tuple in the attribute value, from {@code root}
   */
  static DynamoDbException duplicateKey(String key, String place, Position position) {
    return GrammarErrors.at("Duplicate keys in tuple. Key: " + key + " under " + place, position);
  }

  static DynamoDbException keyOfNoString(String type, String place, Position position) {
    return GrammarErrors.at(
        "Tuple keys must be of type String. Actual type: " + type + " under " + place, position);
  }

  static DynamoDbException unsupportedData(String data, String place, Position position) {
    return GrammarErrors.at("Unsupported data type: " + data + " under key " + place, position);
  }

  /** A path, of which messages do not say where it stands. */
  static DynamoDbException unsupportedPath(String data, String place) {
    return DynamoDbException.validation("Unsupported data type: " + data + " under key " + place);
  }

  static DynamoDbException negativeZero(String place, Position position) {
    return GrammarErrors.at("Negative zero decimal is not supported under key " + place, position);
  }

  static DynamoDbException insertOfNoTuple(Position position) {
    return GrammarErrors.at(
        "Unsupported format in item expression. Please use struct format {...} to express item"
            + " values for insert statement.",
        position);
  }
}
