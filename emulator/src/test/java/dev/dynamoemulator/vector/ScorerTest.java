package dev.dynamoemulator.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dynamoemulator.table.DistanceFunction;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScorerTest {

  /** vector-search.md §4.2 rule 6: a query of (1, 0, 0). */
  @ParameterizedTest
  @CsvSource({
    "COSINE, 1 0 0, 0",
    "COSINE, 0.6 0.8 0, 0.4",
    "COSINE, 0 1 0, 1",
    "COSINE, -1 0 0, 2",
    "EUCLIDEAN, 1 0 0, 0",
    "EUCLIDEAN, 0.6 0.8 0, 0.8944272",
    "EUCLIDEAN, 0 1 0, 1.4142135",
    "EUCLIDEAN, -1 0 0, 2",
    "DOT_PRODUCT, 1 0 0, 1",
    "DOT_PRODUCT, 0.6 0.8 0, 0.6",
    "DOT_PRODUCT, 0 1 0, 0",
    "DOT_PRODUCT, -1 0 0, -1",
  })
  void scoresAsTheServiceDoes(DistanceFunction function, String stored, float score) {
    Scorer scorer = new Scorer(function, new float[] {1, 0, 0});

    assertThat((float) scorer.score(packed(0, floats(stored)), 0)).isEqualTo(score);
  }

  /** Directions count, not lengths; whole values stay whole. */
  @ParameterizedTest
  @CsvSource({
    "1 2, 1 2, 0",
    "1 2, 10 20, 0",
    "1 1, 1 -1, 1",
    "3 4, -3 -4, 2",
    "3 4, 1 0, 0.4",
    "1e20 1e20, 1e-20 1e-20, 0",
    "0 0, 1 1, 1",
    "1 1, 0 0, 1",
  })
  void cosineIgnoresLengths(String query, String stored, float score) {
    Scorer scorer = new Scorer(DistanceFunction.COSINE, floats(query));

    assertThat((float) scorer.score(packed(0, floats(stored)), 0)).isEqualTo(score);
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithThePlainFormula(DistanceFunction function) {
    Random random = new Random(42);
    for (int dimensions = 1; dimensions <= 70; dimensions++) {
      float[] query = randomVector(random, dimensions);
      float[] stored = randomVector(random, dimensions);
      int offset = random.nextInt(9);

      double score = new Scorer(function, query).score(packed(offset, stored), offset);

      assertThat(score).isCloseTo(naive(function, query, stored), within(1e-7));
      assertThat(PackedVector.read(packed(offset, stored), offset, dimensions)).isEqualTo(stored);
    }
  }

  private static double naive(DistanceFunction function, float[] one, float[] other) {
    double product = 0;
    double squaredDistance = 0;
    double squaredOne = 0;
    double squaredOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (double) one[i] * other[i];
      squaredDistance += ((double) one[i] - other[i]) * ((double) one[i] - other[i]);
      squaredOne += (double) one[i] * one[i];
      squaredOther += (double) other[i] * other[i];
    }
    return switch (function) {
      case COSINE -> 1 - product / (Math.sqrt(squaredOne) * Math.sqrt(squaredOther));
      case EUCLIDEAN -> Math.sqrt(squaredDistance);
      case DOT_PRODUCT -> product;
    };
  }

  private static float[] randomVector(Random random, int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = random.nextFloat() * 2 - 1;
    }
    return vector;
  }

  private static byte[] packed(int offset, float[] vector) {
    byte[] bytes = new byte[offset + vector.length * Float.BYTES];
    PackedVector.write(vector, bytes, offset);
    return bytes;
  }

  private static float[] floats(String text) {
    String[] words = text.split(" ");
    float[] floats = new float[words.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(words[i]);
    }
    return floats;
  }
}
