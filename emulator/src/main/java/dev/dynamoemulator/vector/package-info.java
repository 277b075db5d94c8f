/**
 * Vectors of 32-bit floats: their packed form, their distances and the best of many. May use table.
 */
package dev.dynamoemulator.vector;
