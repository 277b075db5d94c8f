/** Attribute values and items to and from JSON bytes. */
package dev.dynamoemulator.json;
