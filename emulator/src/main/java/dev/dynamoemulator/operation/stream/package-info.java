/** The operations that read streams (streams.md §3-7). May use everything above but storage. */
package dev.dynamoemulator.operation.stream;
