/**
 * Global tables: which tables of several regions belong together, the settings and changes that
 * they share, and how writes get from one to the others (control-plane.md §9). May use model, item,
 * environment, storage, table, change, scaling and engine.
 */
package dev.dynamoemulator.replication;
