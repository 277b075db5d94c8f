package dev.dynamoemulator.table;

/** How the likeness of two vectors is measured. */
public enum DistanceFunction {
  COSINE,
  EUCLIDEAN,
  DOT_PRODUCT
}
