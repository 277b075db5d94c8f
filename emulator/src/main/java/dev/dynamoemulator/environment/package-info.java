/**
 * Time, chance and scheduling: the only place that reads the wall clock, makes random values, or
 * waits. May use model.
 */
package dev.dynamoemulator.environment;
