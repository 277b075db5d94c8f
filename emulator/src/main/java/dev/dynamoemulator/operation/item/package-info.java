/** The operations on items: single, batch and transactional writes and reads, Query and Scan. */
package dev.dynamoemulator.operation.item;
