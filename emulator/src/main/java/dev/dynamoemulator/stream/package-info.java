/**
 * Change logs of tables: streams, their shards and records, and how they are read. May use model,
 * item, environment, storage, table and change.
 */
package dev.dynamoemulator.stream;
