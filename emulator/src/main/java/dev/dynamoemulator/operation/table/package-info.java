/**
 * The operations on tables, their indexes, tags and time-to-live settings. May use what the package
 * above it may.
 */
package dev.dynamoemulator.operation.table;
