/**
 * Writes and reads items: keys, conditions, indexes, locks, transactions and capacity. May use
 * expression, stream and what they use.
 */
package dev.dynamoemulator.engine;
