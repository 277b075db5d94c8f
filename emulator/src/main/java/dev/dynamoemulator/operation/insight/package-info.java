/** The operations on Contributor Insights. */
package dev.dynamoemulator.operation.insight;
