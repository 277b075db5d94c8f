/** The operations on resource-based policies of tables and streams. */
package dev.dynamoemulator.operation.policy;
