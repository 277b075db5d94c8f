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

  private Float32() {}

  /** The nearest float, never a negative zero; infinite when the number does not fit. */
  public static float of(DynamoNumber number) {
    double value = number.doubleValue();
    boolean isTie = (Double.doubleToRawLongBits(value) & DROPPED) == HALF;
    boolean isSubnormal = Math.getExponent(value) < Float.MIN_EXPONENT;
    float nearest = isTie || isSubnormal ? Float.parseFloat(number.toString()) : (float) value;
    return nearest + 0.0f;
  }

  /**
   * The shortest decimal that names the float, in the form of Java: {@code 1.0}, {@code 1.5E10}.
   *
   * @param value a finite number
   */
  public static String toString(float value) {
    BigDecimal decimal = shortest(value);
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
   * Before JDK 19 Java's own text has a digit too many at times. Of two digits it makes the best,
   * so that the least float is 1.4E-45 and not 1.0E-45.
   */
  private static BigDecimal shortest(float value) {
    BigDecimal decimal = new BigDecimal(Float.toString(value)).stripTrailingZeros();
    if (decimal.precision() <= 2) {
      return decimal;
    }
    MathContext fewerDigits = new MathContext(decimal.precision() - 1, RoundingMode.HALF_EVEN);
    BigDecimal shorter = new BigDecimal(value).round(fewerDigits).stripTrailingZeros();
    return shorter.floatValue() == value ? shorter : decimal;
  }
}
