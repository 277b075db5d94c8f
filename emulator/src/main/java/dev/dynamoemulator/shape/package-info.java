/**
 * Request shapes, their decoder and constraint checks, and the response writer. What exists is read
 * from the shape files among the resources; how the service reports it is code. Depends on model
 * and json.
 */
package dev.dynamoemulator.shape;
