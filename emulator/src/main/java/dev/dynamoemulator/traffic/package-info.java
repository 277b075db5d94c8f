/**
 * The seam between those who read and write items and those who measure or limit that. May use
 * model.
 */
package dev.dynamoemulator.traffic;
