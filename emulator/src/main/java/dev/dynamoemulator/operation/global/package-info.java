/**
 * The operations on global tables of the legacy version, and on the auto scaling of replicas. May
 * use what the package above it may.
 */
package dev.dynamoemulator.operation.global;
