package dev.dynamoemulator.operation;

import dev.dynamoemulator.shape.ResponseWriter;

/** The members of an operation's answer, written when the work is done. */
@FunctionalInterface
public interface Reply {

  /** An answer without members: {@code {}}. */
  Reply EMPTY = out -> {};

  /** Writes the members of the outermost object, whose braces the caller writes. */
  void writeTo(ResponseWriter out);
}
