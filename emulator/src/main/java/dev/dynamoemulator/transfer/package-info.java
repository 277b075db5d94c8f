/**
 * Exports of tables to buckets and imports from them: the jobs, which go on after a restart. May
 * use tables, their past and the engine.
 */
package dev.dynamoemulator.transfer;
