package dev.dynamoemulator.vector;

import dev.dynamoemulator.table.DistanceFunction;

/**
 * Scores packed vectors against the vector of one search (vector-search.md §4.2). Computes in
 * doubles: a score is the analytic value for the stored floats. Immutable.
 */
public final class Scorer {

  private final DistanceFunction function;
  private final double[] query;
  private final double squaredLength;

  public Scorer(DistanceFunction function, float[] query) {
    this.function = function;
    this.query = PackedVector.doubles(query);
    byte[] packed = new byte[query.length * Float.BYTES];
    PackedVector.write(query, packed, 0);
    this.squaredLength = PackedVector.squaredLength(packed, 0, query.length);
  }

  /** The score of the vector that begins there. */
  public double score(byte[] bytes, int offset) {
    return switch (function) {
      case COSINE -> cosineDistance(bytes, offset);
      case EUCLIDEAN -> Math.sqrt(PackedVector.squaredDistance(query, bytes, offset));
      case DOT_PRODUCT -> PackedVector.dotProduct(query, bytes, offset);
    };
  }

  /** A number that is the lower the better the score is. */
  double rank(double score) {
    return function == DistanceFunction.DOT_PRODUCT ? -score : score;
  }

  /**
   * Half of the squared distance of the two directions, which is 1 − cos. A vector that is of
   * length 1 as far as a float can tell is a direction itself and not stretched: so does (0.6, 0.8)
   * score 0.4 against (1, 0) as it does on the service, and not 0.39999998. A vector without length
   * has no direction; it counts as orthogonal to all.
   */
  private double cosineDistance(byte[] bytes, int offset) {
    double otherSquaredLength = PackedVector.squaredLength(bytes, offset, query.length);
    if (squaredLength == 0 || otherSquaredLength == 0) {
      return 1;
    }
    double squares = squaredDirection(squaredLength) + squaredDirection(otherSquaredLength);
    double product = PackedVector.dotProduct(query, bytes, offset);
    double cosine = product / Math.sqrt(stretched(squaredLength) * stretched(otherSquaredLength));
    return Math.max(0, squares / 2 - cosine);
  }

  private static boolean isUnit(double squaredLength) {
    return (float) Math.sqrt(squaredLength) == 1;
  }

  /** The square of the length that a direction has. */
  private static double squaredDirection(double squaredLength) {
    return isUnit(squaredLength) ? squaredLength : 1;
  }

  /** The square of what a vector is divided by to give its direction. */
  private static double stretched(double squaredLength) {
    return isUnit(squaredLength) ? 1 : squaredLength;
  }
}
