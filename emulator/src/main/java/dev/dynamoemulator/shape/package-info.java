/** Request shapes, their decoder and constraint checks, and the response writer. */
package dev.dynamoemulator.shape;
