/**
 * Time, chance and scheduling: the only place that reads the wall clock, makes random values, or
 * waits. Depends on nothing but the JDK.
 */
package dev.dynamoemulator.environment;
