package dev.dynamoemulator.table;

/** What an update asks of an existing global index. */
public record IndexChange(String indexName, CapacityChange capacity) {}
