package dev.dynamoemulator.operation;

/** A checked request, ready to be carried out once. */
@FunctionalInterface
public interface Call {

  /** Looks up the tables, checks against them, does the work and returns the answer. */
  Reply run();
}
