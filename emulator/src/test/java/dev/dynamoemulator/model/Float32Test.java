package dev.dynamoemulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: vector-search.md §4.2, projection rule 2. */
class Float32Test {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0, 0.0",
    "1, 1.0",
    "0.1, 0.1",
    "-0.5, -0.5",
    "16777217, 1.6777216E7",
    "9999999, 9999999.0",
    "10000000, 1.0E7",
    "0.001, 0.001",
    "0.0009, 9.0E-4",
    "1.000000059604644775390625, 1.0",
    // Halfway between two floats, and a trifle beyond, which a double cannot tell apart.
    "1.0000000596046447753906250000000000001, 1.0000001",
    "3.4028235e38, 3.4028235E38",
    "1e-45, 1.4E-45",
    "-1e-130, 0.0",
    "0.002, 0.002",
    "1.17549435e-38, 1.1754944E-38",
    "2e-44, 2.0E-44",
  })
  void printsTheShortestDecimal(String number, String text) {
    assertThat(Float32.toString(Float32.of(DynamoNumber.parse(number)))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"3.4028236e38, Infinity", "-1e125, -Infinity", "3.40282356e38, 3.4028235E38"})
  void isInfiniteWhereNoFloatIs(String number, String text) {
    assertThat(Float.toString(Float32.of(DynamoNumber.parse(number)))).isEqualTo(text);
  }

  @Test
  void readsWhatJavaReads() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);

      assertThat(Float32.of(DynamoNumber.parse(text)))
          .as(text)
          .isEqualTo(Float.parseFloat(text) + 0.0f);
      assertThat(DynamoNumber.parse(text).doubleValue())
          .as(text)
          .isEqualTo(Double.parseDouble(text));
    }
  }

  private static String text(Random random) {
    BigDecimal digits = new BigDecimal(random.nextLong() / (1L << random.nextInt(63)));
    return digits.scaleByPowerOfTen(random.nextInt(60) - 50).toString();
  }

  /** Java's own text has the fewest digits since JDK 19, and hardly ever one more before. */
  @Test
  void itsNumberNamesTheFloatWithFewDigits() {
    Random random = new Random(43);
    for (int i = 0; i < 50_000; i++) {
      float value =
          i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : random.nextFloat() * 2 - 1;
      if (Float.isFinite(value)) {
        DynamoNumber number = Float32.number(value);

        assertThat(Float32.of(number)).isEqualTo(value + 0.0f);
        assertThat(number.toBigDecimal().stripTrailingZeros().precision())
            .as(number.toString())
            .isLessThanOrEqualTo(
                new BigDecimal(Float.toString(value)).stripTrailingZeros().precision());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0.25", "100, 100", "0.1, 0.1", "1e10, 10000000000", "0.3333333, 0.3333333"})
  void itsNumberIsTheOneThatWasMeant(float value, String number) {
    assertThat(Float32.number(value)).hasToString(number);
  }

  @Test
  void itsTextNamesTheFloat() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        String text = Float32.toString(value);

        assertThat(Float.parseFloat(text)).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(Float.toString(value).length());
      }
    }
  }
}
