/** The contract of a store: ordered byte keys to byte values in named collections. */
package dev.dynamoemulator.storage;
