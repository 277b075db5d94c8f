package dev.dynamoemulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dynamoemulator.model.InvalidNumberException.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: data-model.md §2. */
class DynamoNumberTest {

  @ParameterizedTest
  @CsvSource({
    "+5, 5",
    "+1.5, 1.5",
    "+0, 0",
    "-0, 0",
    "+0.0, 0",
    "+1e2, 100",
    "1e+2, 100",
    "1E2, 100",
    "1.5E+3, 1500",
    "1.5E2, 150",
    "+.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "1., 1",
    "1.e5, 100000",
    "00042, 42",
    "+1e-2, 0.01",
    "1.23E10, 12300000000",
    "1.0, 1",
    "3.1400, 3.14",
    "-27, -27",
    "123.4, 123.4",
    "12.3456, 12.3456",
    "0.001, 0.001",
    "-0.05, -0.05",
    "100, 100",
    "110, 110",
    "0e999999999999, 0",
    "10, 10",
    "1000000, 1000000",
    "0.10, 0.1",
    "-123.456, -123.456"
  })
  void writesNumbersAsPlainDecimals(String given, String stored) {
    assertThat(DynamoNumber.parse(given)).hasToString(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+e2",
        "e2",
        "1e",
        "1e+",
        ".",
        "+",
        "-",
        "",
        "+1+2",
        "1+2",
        "1.2.3",
        "+1.2.3",
        "1.2e3.4",
        "++5",
        "+-5",
        "-+5",
        "0x5",
        "NaN",
        "Infinity",
        "1_000",
        " 5",
        "5 ",
        "1 5",
        "١",
        "1e5e"
      })
  void rejectsWhatIsNoNumber(String text) {
    assertReason(text, Reason.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource({
    "1E+126, OVERFLOW",
    "-1E+126, OVERFLOW",
    "1e999999999999999999, OVERFLOW",
    "1E-131, UNDERFLOW",
    "1e-999999999999999999, UNDERFLOW",
    "123456789012345678901234567890123456789, PRECISION",
    "0.123456789012345678901234567890123456789, PRECISION",
    "1.23456789012345678901234567890123456789E+126, OVERFLOW",
  })
  void rejectsNumbersOutOfRangeBeforeTooPreciseOnes(String text, Reason reason) {
    assertReason(text, reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.9999999999999999999999999999999999999E+125",
        "-9.9999999999999999999999999999999999999E+125",
        "1E-130",
        "-1E-130",
        "12345678901234567890123456789012345678",
        "1E125"
      })
  void keepsNumbersAtTheLimits(String text) {
    assertThat(DynamoNumber.parse(text).toBigDecimal()).isEqualByComparingTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2",
    "27, 2",
    "-27, 3",
    "461, 3",
    "123.4, 4",
    "12.3456, 4",
    "1E125, 2",
    "99999999999999999999999999999999999999, 20",
    "-99999999999999999999999999999999999999, 21"
  })
  void countsDigitPairs(String text, int size) {
    assertThat(DynamoNumber.parse(text).size()).isEqualTo(size);
  }

  @Test
  void agreesWithBigDecimalOnTextOrderAndArithmetic() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal one = randomDecimal(random);
      BigDecimal other = random.nextInt(4) == 0 ? one.negate() : randomDecimal(random);
      DynamoNumber a = DynamoNumber.parse(one.toString());
      DynamoNumber b = DynamoNumber.of(other);

      assertThat(a.toBigDecimal()).isEqualByComparingTo(one);
      assertThat(new BigDecimal(a.toString())).isEqualByComparingTo(one);
      assertThat(DynamoNumber.parse(a.toString())).isEqualTo(a);
      assertThat(a.toString()).doesNotContain("E").doesNotStartWith("+");
      assertThat(Integer.signum(a.compareTo(b))).isEqualTo(one.compareTo(other));
      assertThat(a.equals(b)).isEqualTo(one.compareTo(other) == 0);
    }
  }

  @Test
  void addsAndSubtractsExactly() {
    DynamoNumber third = DynamoNumber.parse("0.1");

    assertThat(third.plus(DynamoNumber.parse("0.2"))).hasToString("0.3");
    assertThat(third.minus(third)).isEqualTo(DynamoNumber.ZERO);
  }

  private static BigDecimal randomDecimal(Random random) {
    int digits = 1 + random.nextInt(38);
    BigInteger unscaled = new BigInteger(random.nextInt(1, 127), random);
    String text = unscaled.toString();
    BigInteger cut = new BigInteger(text.substring(0, Math.min(digits, text.length())));
    int exponent = random.nextInt(-91, 88);
    BigDecimal value = new BigDecimal(cut, -exponent);
    return random.nextBoolean() ? value : value.negate();
  }

  private static void assertReason(String text, Reason reason) {
    assertThatExceptionOfType(InvalidNumberException.class)
        .isThrownBy(() -> DynamoNumber.parse(text))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
