/**
 * From a request as it came off the wire to the bytes of its answer: gate, dispatcher, errors,
 * checksum. May use model, json, operation, shape, environment and fault.
 */
package dev.dynamoemulator.protocol;
