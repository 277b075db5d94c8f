/**
 * The operations on backups, and the restores (control-plane.md §1, §2). May use everything above
 * but storage.
 */
package dev.dynamoemulator.operation.backup;
