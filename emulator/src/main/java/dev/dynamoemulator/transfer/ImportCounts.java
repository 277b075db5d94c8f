package dev.dynamoemulator.transfer;

/**
 * What an import has come across.
 *
 * @param bytes read, after unpacking
 * @param items read, bad ones included
 * @param imported items written
 * @param errors bad items
 */
public record ImportCounts(long bytes, long items, long imported, long errors) {

  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);
}
