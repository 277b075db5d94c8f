/**
 * Kinesis streaming destinations of tables: their states, the outbox of records in the service's
 * form, and the ways in which these leave. May use model, json, item, environment, storage, table
 * and change, and of the fixtures what signs requests.
 */
package dev.dynamoemulator.kinesis;
