/**
 * Measures the emulator and its peers side by side: one load generator, the same bytes to each
 * target, every answer checked. Knows targets by their sockets only, but for the in-process client.
 */
package dev.dynamoemulator.bench;
