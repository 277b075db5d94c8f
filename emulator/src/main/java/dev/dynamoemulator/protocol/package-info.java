/**
 * From a request as it came off the wire to the bytes of its answer: gate, dispatcher, errors,
 * checksum. May use operation, shape and environment.
 */
package dev.dynamoemulator.protocol;
