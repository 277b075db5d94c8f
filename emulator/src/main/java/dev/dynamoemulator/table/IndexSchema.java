package dev.dynamoemulator.table;

/**
 * What reading and writing need to know of a secondary index.
 *
 * @param isGlobal a GSI; otherwise an LSI
 * @param collection the storage collection of its entries, never used again for another index
 * @param isReadable false while the index is being created; it is written to all the same
 */
public record IndexSchema(
    String name,
    boolean isGlobal,
    KeySchema key,
    Projection projection,
    String collection,
    boolean isReadable) {}
