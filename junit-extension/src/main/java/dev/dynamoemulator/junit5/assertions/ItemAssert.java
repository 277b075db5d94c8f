package dev.dynamoemulator.junit5.assertions;

import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about an item. Values are compared as DynamoDB compares them: 1.0 is 1, and sets have
 * no order. Attributes are found by document paths: {@code lines[0].product}.
 */
public final class ItemAssert extends AbstractAssert<ItemAssert, Map<String, Object>> {

  ItemAssert(Map<String, Object> item) {
    super(item, ItemAssert.class);
    describedAs("item");
  }

  /** The item has exactly these attributes. */
  public ItemAssert isEqualToJson(String json) {
    return isSameAs(Values.item(json));
  }

  /** The item has exactly these attributes, whose values are those of Java. */
  public ItemAssert hasExactly(Map<String, ?> attributes) {
    return isSameAs(Values.members(attributes));
  }

  private ItemAssert isSameAs(Map<String, Object> expected) {
    isNotNull();
    if (!Values.areMembersEqual(expected, actual)) {
      failWithMessage(
          "Expected item%n  %s%nto be%n  %s%nbut:%n%s",
          Values.json(actual), Values.json(expected), ItemDifference.between(expected, actual));
    }
    return this;
  }

  public ItemAssert hasAttribute(String path) {
    isNotNull();
    if (at(path) == null) {
      failWithMessage("Expected item%n  %s%nto have %s", Values.json(actual), path);
    }
    return this;
  }

  public ItemAssert hasNoAttribute(String path) {
    isNotNull();
    if (at(path) != null) {
      failWithMessage(
          "Expected item%n  %s%nnot to have %s, but it is %s",
          Values.json(actual), path, Values.json(at(path)));
    }
    return this;
  }

  /**
   * The attribute has the value.
   *
   * @param value a string, number, boolean, byte array, null, list, set or map
   */
  public ItemAssert hasValue(String path, Object value) {
    hasAttribute(path);
    Object expected = Values.of(value);
    if (!Values.areEqual(expected, at(path))) {
      failWithMessage(
          "Expected item%n  %s%nto have at %s%n- %s%n+ %s",
          Values.json(actual), path, Values.json(expected), Values.json(at(path)));
    }
    return this;
  }

  /** The number has this value, of up to 38 digits. */
  public ItemAssert hasNumber(String path, String number) {
    return hasValue(path, new BigDecimal(number));
  }

  /** The attribute is of the type: S, N, B, SS, NS, BS, M, L, BOOL or NULL. */
  public ItemAssert hasType(String path, String type) {
    hasAttribute(path);
    if (!Values.type(at(path)).equals(type)) {
      failWithMessage(
          "Expected %s to be of type %s, but it is %s", path, type, Values.json(at(path)));
    }
    return this;
  }

  private Object at(String path) {
    return new DocumentPath(path).in(actual);
  }
}
