package dev.dynamoemulator.partiql;

/**
 * What a statement names as its table.
 *
 * @param indexName null for the table itself
 */
record Source(String tableName, String indexName) {}
