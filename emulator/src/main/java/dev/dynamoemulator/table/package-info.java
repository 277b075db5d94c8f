/**
 * Table and index definitions, their life cycle and the catalogue. May use model, environment and
 * storage.
 */
package dev.dynamoemulator.table;
