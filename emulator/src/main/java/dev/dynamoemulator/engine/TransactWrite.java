package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.Table;

/**
 * One element of a transaction.
 *
 * @param action what to do; null when {@code fault} is given
 * @param fault what the check against the table found, which cancels the transaction; or null
 */
public record TransactWrite(Table table, WriteAction action, DynamoDbException fault) {}
