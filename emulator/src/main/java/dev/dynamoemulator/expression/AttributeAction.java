package dev.dynamoemulator.expression;

/** What an entry of the legacy parameter AttributeUpdates does. */
public enum AttributeAction {
  ADD,
  PUT,
  DELETE
}
