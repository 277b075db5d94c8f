/**
 * Read and write capacity that runs out: what tables and indexes may use, and what is answered when
 * they use more. May use model, storage, table and traffic.
 */
package dev.dynamoemulator.throughput;
