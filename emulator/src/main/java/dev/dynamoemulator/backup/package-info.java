/**
 * On-demand backups, continuous backups with the history of changes behind them, and what is
 * restored from both. May use model, item, environment, storage, table, change and engine.
 */
package dev.dynamoemulator.backup;
