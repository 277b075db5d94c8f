/**
 * Expressions: tokens, parsers, trees, evaluation of conditions, projections and updates, and the
 * legacy parameters compiled to the same trees. Depends on the model only.
 *
 * <p>An expression passes two stages. {@link dev.dynamoemulator.expression.ExpressionCache} parses
 * its text, which finds every fault that the text alone shows; the result is cached. {@code bind}
 * then puts in the names and values of one request and finds the remaining faults.
 */
package dev.dynamoemulator.expression;
