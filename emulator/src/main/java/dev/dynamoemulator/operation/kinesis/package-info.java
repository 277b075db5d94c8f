/** The operations on Kinesis streaming destinations. */
package dev.dynamoemulator.operation.kinesis;
