/**
 * Contributor Insights: which keys of tables and indexes are accessed and throttled most. May use
 * model, environment, storage, table and traffic.
 */
package dev.dynamoemulator.insight;
