/**
 * The emulator as its users see it: options, start, endpoint, close. The one place that wires the
 * packages below.
 */
package dev.dynamoemulator;
