package dev.dynamoemulator.operation;

import dev.dynamoemulator.shape.ResponseWriter;

/** The members of an operation's answer, written when the work is done. */
@FunctionalInterface
public interface Reply {

  /** An answer without members: {@code {}}. */
  Reply EMPTY = out -> {};

  /**
   * An answer of no bytes at all, as the service gives to TagResource (tables.md §10). Known by its
   * identity; it writes nothing.
   */
  Reply NO_BODY =
      new Reply() {
        @Override
        public void writeTo(ResponseWriter out) {}
      };

  /** Writes the members of the outermost object, whose braces the caller writes. */
  void writeTo(ResponseWriter out);
}
