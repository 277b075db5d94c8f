/**
 * Resource-based policies of tables and streams: their documents, revisions and where they are
 * kept. May use model, json, environment, storage and table.
 */
package dev.dynamoemulator.policy;
