/** One class per operation. May use everything above but storage. */
package dev.dynamoemulator.operation;
