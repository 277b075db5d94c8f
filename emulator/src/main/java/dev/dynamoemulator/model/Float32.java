package dev.dynamoemulator.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** 32-bit IEEE-754 floating point numbers, and their ways from and to DynamoDB's decimals. */
public final class Float32 {

  /** The bits of a double's fraction that a float has no room for, and half of their range. */
  private static final long DROPPED = (1L << 29) - 1;

  private static final long HALF = 1L << 28;

  /** The decimal exponents between which Java writes a number without one. */
  private static final int PLAIN_FROM = -3;

  private static final int PLAIN_TO = 7;

  /** Every number of so many digits is the one with the fewest of the float that it names. */
  private static final int EASY_DIGITS = 6;

  /** Enough to tell any two floats apart. */
  private static final int MOST_DIGITS = 9;

  private static final double LEAST_EASY = 1e-12;
  private static final double GREATEST_EASY = 1e21;

  private Float32() {}

  /** The nearest float, never a negative zero; infinite when the number does not fit. */
  public static float of(DynamoNumber number) {
    double value = number.doubleValue();
    boolean isSubnormal = Math.getExponent(value) < Float.MIN_EXPONENT;
    float nearest =
        isTie(value) || isSubnormal ? Float.parseFloat(number.toString()) : (float) value;
    return nearest + 0.0f;
  }

  /** Whether it is as near to a float as to the next. */
  private static boolean isTie(double value) {
    return (Double.doubleToRawLongBits(value) & DROPPED) == HALF;
  }

  /**
   * The shortest decimal that names the float, in the form of Java: {@code 1.0}, {@code 1.5E10}.
   *
   * @param value a finite number
   */
  public static String toString(float value) {
    BigDecimal decimal = number(value).toBigDecimal().stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (value == 0 || exponent >= PLAIN_FROM && exponent < PLAIN_TO) {
      return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + "."
        + (digits.length() == 1 ? "0" : digits.substring(1))
        + "E"
        + exponent;
  }

  /**
   * The number with the fewest digits that names the float, at least two of them: the least float
   * is 1.4E-45 and not 1E-45. It is the same on every JVM, unlike {@link Float#toString(float)}.
   *
   * @param value a finite number
   */
  public static DynamoNumber number(float value) {
    if (value == 0) {
      return DynamoNumber.ZERO;
    }
    double magnitude = Math.abs(value);
    DynamoNumber easy =
        magnitude > LEAST_EASY && magnitude < GREATEST_EASY ? easy(value, magnitude) : null;
    return easy == null ? DynamoNumber.of(shortest(new BigDecimal(value), value)) : easy;
  }

  /**
   * The same in the arithmetic of doubles, in which the powers of ten that it takes are exact; null
   * where that does not decide.
   */
  private static DynamoNumber easy(float value, double magnitude) {
    int exponent = exponent(magnitude);
    for (int digits = EASY_DIGITS; digits <= MOST_DIGITS; digits++) {
      int scale = digits - 1 - exponent;
      double power = DynamoNumber.powerOfTen(Math.abs(scale));
      long unscaled = (long) ((scale < 0 ? magnitude / power : magnitude * power) + 0.5);
      double candidate = scale < 0 ? unscaled * power : unscaled / power;
      if ((float) candidate == magnitude && !isTie(candidate)) {
        return DynamoNumber.of(value < 0 ? -unscaled : unscaled, scale);
      }
    }
    return null;
  }

  private static BigDecimal shortest(BigDecimal exact, float value) {
    for (int digits = 2; digits < MOST_DIGITS; digits++) {
      BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (candidate.floatValue() == value) {
        return candidate;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Of the first digit. */
  private static int exponent(double magnitude) {
    int exponent = 0;
    while (magnitude >= 1 && magnitude >= DynamoNumber.powerOfTen(exponent + 1)) {
      exponent++;
    }
    while (magnitude < 1 && magnitude * DynamoNumber.powerOfTen(-exponent) < 1) {
      exponent--;
    }
    return exponent;
  }
}
