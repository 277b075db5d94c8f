/**
 * The default store, on H2's storage engine MVStore: in memory, or in one file. Uses {@code
 * storage} and {@code org.h2} only.
 */
package dev.dynamoemulator.storage.h2;
