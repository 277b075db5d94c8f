/**
 * Change logs of tables: streams, their shards and records, and how they are read. May use model,
 * json, item, environment, storage and table.
 */
package dev.dynamoemulator.stream;
