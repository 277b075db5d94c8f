package dev.dynamoemulator.expression;

/** One step of a document path below its top-level attribute. */
public sealed interface PathElement {

  /** The entry of a map. */
  record Name(String name) implements PathElement {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The element of a list, counted from zero. */
  record Index(int index) implements PathElement {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
