package dev.dynamoemulator.item;

/**
 * The elements of a list of numbers as floats, inside the binary form of an item.
 *
 * @param offset where the first one begins; four bytes each, in little-endian order
 * @param size the bytes that DynamoDB counts for the list
 */
public record PackedFloats(int offset, int count, int size) {}
