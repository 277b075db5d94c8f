/** Attribute values and items to and from JSON bytes. Depends on model. */
package dev.dynamoemulator.json;
