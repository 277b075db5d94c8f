/**
 * Faults that are provoked on purpose: rules that let requests fail, wait or be done in part. May
 * use model, environment, table, throughput and engine.
 */
package dev.dynamoemulator.fault;
