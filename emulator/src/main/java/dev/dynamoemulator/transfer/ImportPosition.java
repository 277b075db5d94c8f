package dev.dynamoemulator.transfer;

/**
 * How far an import has read: what comes before is in the table, or is counted as an error.
 *
 * @param objects that have been read to their ends, in the order of their keys
 * @param items of the next object, bad ones included
 * @param bytes of those objects, after unpacking
 */
record ImportPosition(long objects, long items, long bytes) {

  static final ImportPosition BEGINNING = new ImportPosition(0, 0, 0);
}
