/**
 * The operations on exports and imports (control-plane.md §3, §4). May use everything above but
 * storage.
 */
package dev.dynamoemulator.operation.transfer;
