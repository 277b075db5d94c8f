package dev.dynamoemulator.model;

/**
 * Top-level attributes by name. What expressions read: a whole {@link Item}, or a stored one of
 * which only the named attributes are decoded.
 */
@FunctionalInterface
public interface Attributes {

  /** No attributes: what a condition sees when the item is missing. */
  Attributes NONE = name -> null;

  /** The attribute's value, or null when the item has no such attribute. */
  AttributeValue get(String name);
}
