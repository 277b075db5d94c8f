/**
 * Writes and reads items: keys, conditions, indexes, locks, transactions and capacity. May use
 * model, item, environment, storage, expression, table, change, vector and traffic.
 */
package dev.dynamoemulator.engine;
