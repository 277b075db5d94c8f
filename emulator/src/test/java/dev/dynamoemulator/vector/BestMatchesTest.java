package dev.dynamoemulator.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.table.DistanceFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestMatchesTest {

  @ParameterizedTest
  @EnumSource
  void keepsWhatSortingEverythingWouldPutFirst(DistanceFunction function) {
    Random random = new Random(7);
    for (int limit : List.of(1, 2, 10, 99, 100, 101)) {
      Scorer scorer = new Scorer(function, new float[] {1, 2, 3});
      BestMatches best = new BestMatches(scorer, limit);
      List<Double> scores = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        byte[] entry = new byte[3 * Float.BYTES];
        float[] vector = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
        PackedVector.write(vector, entry, 0);
        scores.add(scorer.score(entry, 0));
        best.offer(entry, 0);
      }

      scores.sort(
          function == DistanceFunction.DOT_PRODUCT
              ? Comparator.reverseOrder()
              : Comparator.naturalOrder());

      assertThat(best.sorted())
          .extracting(BestMatches.Match::score)
          .isEqualTo(scores.subList(0, Math.min(limit, 100)));
    }
  }
}
