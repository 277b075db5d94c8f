package dev.dynamoemulator.model;

import dev.dynamoemulator.model.InvalidNumberException.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A decimal of up to 38 significant digits with a magnitude of 1E-130 to 9.99…E+125, or zero.
 *
 * <p>Held in the one form that serves comparison, keys, storage and size alike: an exponent byte,
 * then base-100 digit pairs. The unsigned order of these bytes is the numeric order, equal numbers
 * have equal bytes, and the number of bytes is the size that DynamoDB counts (data-model.md §2.4).
 * For negative numbers exponent and pairs are complemented and a closing byte keeps longer ones
 * below shorter ones.
 */
public final class DynamoNumber implements Comparable<DynamoNumber> {

  /** Most significant digits that a number may have. */
  public static final int MAX_DIGITS = 38;

  private static final int MAX_DECIMAL_EXPONENT = 126;
  private static final int MIN_DECIMAL_EXPONENT = -129;
  private static final int EXPONENT_BIAS = 64;
  private static final int SIGN_BIT = 0x80;
  private static final int NEGATIVE_END = 0xFF;
  private static final int SATURATED_EXPONENT = 1_000_000;

  /** So many digit pairs make a whole number that a double holds exactly. */
  private static final int EXACT_PAIRS = 7;

  /** The highest power of ten that a double holds exactly. */
  static final int EXACT_POWER = 22;

  private static final double[] POWERS_OF_TEN = new double[EXACT_POWER + 1];

  static {
    for (int i = 0; i <= EXACT_POWER; i++) {
      POWERS_OF_TEN[i] = Double.parseDouble("1e" + i);
    }
  }

  public static final DynamoNumber ZERO = new DynamoNumber(new byte[] {(byte) SIGN_BIT});

  private final byte[] encoded;

  private DynamoNumber(byte[] encoded) {
    this.encoded = encoded;
  }

  /**
   * Reads {@code [+-]? (digits [. [digits]] | . digits) ([eE] [+-]? digits)?}.
   *
   * @throws InvalidNumberException when the text is no number, or one out of range or too precise
   */
  public static DynamoNumber parse(String text) {
    return new Parser(text).parse();
  }

  /**
   * @throws InvalidNumberException when the value is out of range or too precise
   */
  public static DynamoNumber of(BigDecimal value) {
    if (value.signum() == 0) {
      return ZERO;
    }
    String digits = value.unscaledValue().abs().toString();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    byte[] significant = new byte[end];
    for (int i = 0; i < end; i++) {
      significant[i] = (byte) (digits.charAt(i) - '0');
    }
    return of(value.signum() < 0, significant, end, digits.length() - value.scale());
  }

  /** The number {@code unscaled × 10^-scale}, which is neither zero nor out of range. */
  static DynamoNumber of(long unscaled, int scale) {
    long rest = Math.abs(unscaled);
    int places = scale;
    while (rest % 10 == 0) {
      rest /= 10;
      places--;
    }
    if ((places & 1) != 0) {
      rest *= 10;
      places++;
    }
    int pairs = 0;
    for (long left = rest; left > 0; left /= 100) {
      pairs++;
    }
    boolean negative = unscaled < 0;
    byte[] encoded = new byte[1 + pairs + (negative ? 1 : 0)];
    encodeEnds(encoded, negative, pairs - places / 2);
    for (int i = pairs; i > 0; i--) {
      int pair = (int) (rest % 100);
      rest /= 100;
      encoded[i] = (byte) (negative ? 100 - pair : pair + 1);
    }
    return new DynamoNumber(encoded);
  }

  /** What is around the pairs. */
  private static void encodeEnds(byte[] encoded, boolean negative, int exponent) {
    int biased = exponent + EXPONENT_BIAS;
    encoded[0] = (byte) (negative ? ~biased & 0x7F : biased | SIGN_BIT);
    if (negative) {
      encoded[encoded.length - 1] = (byte) NEGATIVE_END;
    }
  }

  /** A power that a double holds exactly. */
  static double powerOfTen(int exponent) {
    return POWERS_OF_TEN[exponent];
  }

  public static DynamoNumber of(long value) {
    return value == 0 ? ZERO : of(BigDecimal.valueOf(value));
  }

  /** Takes bytes that {@link #encoded()} gave out. */
  public static DynamoNumber fromEncoded(byte[] encoded) {
    return new DynamoNumber(encoded);
  }

  /** The order-preserving form, not a copy: the caller must not change it. */
  public byte[] encoded() {
    return encoded;
  }

  /** The size in bytes that DynamoDB counts. */
  public int size() {
    return encoded.length;
  }

  /**
   * @throws InvalidNumberException when the sum is out of range or needs more than 38 digits
   */
  public DynamoNumber plus(DynamoNumber other) {
    return of(toBigDecimal().add(other.toBigDecimal()));
  }

  /**
   * @throws InvalidNumberException when the difference is out of range or needs over 38 digits
   */
  public DynamoNumber minus(DynamoNumber other) {
    return of(toBigDecimal().subtract(other.toBigDecimal()));
  }

  public BigDecimal toBigDecimal() {
    if (isZero()) {
      return BigDecimal.ZERO;
    }
    byte[] digits = new byte[2 * pairCount()];
    fillDigits(digits);
    char[] text = new char[digits.length];
    for (int i = 0; i < digits.length; i++) {
      text[i] = (char) ('0' + digits[i]);
    }
    BigInteger unscaled = new BigInteger(new String(text));
    return new BigDecimal(
        isNegative() ? unscaled.negate() : unscaled, digits.length - 2 * exponent());
  }

  /** The nearest double. */
  public double doubleValue() {
    int pairs = pairCount();
    int scale = 2 * (pairs - exponent());
    if (pairs > EXACT_PAIRS || Math.abs(scale) > EXACT_POWER) {
      return Double.parseDouble(toString());
    }
    boolean negative = isNegative();
    long digits = 0;
    for (int i = 1; i <= pairs; i++) {
      digits = digits * 100 + (negative ? 100 - encoded[i] : encoded[i] - 1);
    }
    double power = POWERS_OF_TEN[Math.abs(scale)];
    double magnitude = scale < 0 ? digits * power : digits / power;
    return negative ? -magnitude : magnitude;
  }

  public boolean isZero() {
    return encoded.length == 1;
  }

  private boolean isNegative() {
    return (encoded[0] & SIGN_BIT) == 0;
  }

  private int pairCount() {
    return encoded.length - (isNegative() ? 2 : 1);
  }

  /** The power of 100 by which the fraction {@code 0.pairs} is multiplied. */
  private int exponent() {
    int first = encoded[0] & 0xFF;
    return (isNegative() ? ~first & 0x7F : first & 0x7F) - EXPONENT_BIAS;
  }

  private void fillDigits(byte[] digits) {
    boolean negative = isNegative();
    for (int i = 0; i < digits.length / 2; i++) {
      int stored = encoded[i + 1];
      int pair = negative ? 100 - stored : stored - 1;
      digits[2 * i] = (byte) (pair / 10);
      digits[2 * i + 1] = (byte) (pair % 10);
    }
  }

  private static DynamoNumber of(
      boolean negative, byte[] digits, int digitCount, int decimalExponent) {
    if (decimalExponent > MAX_DECIMAL_EXPONENT) {
      throw new InvalidNumberException(Reason.OVERFLOW);
    }
    if (decimalExponent < MIN_DECIMAL_EXPONENT) {
      throw new InvalidNumberException(Reason.UNDERFLOW);
    }
    if (digitCount > MAX_DIGITS) {
      throw new InvalidNumberException(Reason.PRECISION);
    }
    int exponent = Math.floorDiv(decimalExponent + 1, 2);
    int lead = decimalExponent & 1;
    int pairs = (digitCount + lead + 1) / 2;
    byte[] encoded = new byte[1 + pairs + (negative ? 1 : 0)];
    encodeEnds(encoded, negative, exponent);
    for (int i = 0; i < pairs; i++) {
      int high = 2 * i - lead;
      int pair =
          (high < 0 ? 0 : digits[high]) * 10 + (high + 1 < digitCount ? digits[high + 1] : 0);
      encoded[i + 1] = (byte) (negative ? 100 - pair : pair + 1);
    }
    return new DynamoNumber(encoded);
  }

  @Override
  public int compareTo(DynamoNumber other) {
    return Arrays.compareUnsigned(encoded, other.encoded);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DynamoNumber number && Arrays.equals(encoded, number.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  /** The plain decimal that DynamoDB returns: no exponent and no superfluous zeros. */
  @Override
  public String toString() {
    return new String(toAscii(), StandardCharsets.US_ASCII);
  }

  /** The same characters as {@link #toString()}, one byte each. */
  public byte[] toAscii() {
    if (isZero()) {
      return new byte[] {'0'};
    }
    byte[] digits = new byte[2 * pairCount()];
    fillDigits(digits);
    int point = 2 * exponent();
    int start = point > 0 && digits[0] == 0 ? 1 : 0;
    int end = digits[digits.length - 1] == 0 ? digits.length - 1 : digits.length;
    int leadingZeros = Math.max(0, -point);
    boolean isFraction = end > point;
    int length =
        (isNegative() ? 1 : 0)
            + (point <= 0 ? 2 + leadingZeros + end : Math.max(end, point) - start)
            + (point > 0 && isFraction ? 1 : 0);
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) '0');
    int at = 0;
    if (isNegative()) {
      text[at++] = '-';
    }
    if (point <= 0) {
      text[at + 1] = '.';
      at += 2 + leadingZeros;
    }
    for (int i = start; i < end; i++) {
      if (i == point && point > 0) {
        text[at++] = '.';
      }
      text[at++] += digits[i];
    }
    return text;
  }

  /** One pass over the text that keeps the significant digits and the place of the point. */
  private static final class Parser {

    private final String text;
    private int position;

    Parser(String text) {
      this.text = text;
    }

    DynamoNumber parse() {
      boolean negative = acceptSign();
      byte[] digits = new byte[text.length() - position];
      int significant = 0;
      int digitsSeen = 0;
      int integerDigits = 0;
      int leadingZeros = 0;
      boolean fraction = false;
      for (; position < text.length(); position++) {
        char c = text.charAt(position);
        if (c == '.' && !fraction) {
          fraction = true;
        } else if (c >= '0' && c <= '9') {
          digitsSeen++;
          if (!fraction) {
            integerDigits++;
          }
          if (significant == 0 && c == '0') {
            leadingZeros++;
          } else {
            digits[significant++] = (byte) (c - '0');
          }
        } else {
          break;
        }
      }
      if (digitsSeen == 0) {
        throw new InvalidNumberException(Reason.SYNTAX);
      }
      int exponent = acceptExponent();
      if (position < text.length()) {
        throw new InvalidNumberException(Reason.SYNTAX);
      }
      while (significant > 0 && digits[significant - 1] == 0) {
        significant--;
      }
      if (significant == 0) {
        return ZERO;
      }
      return of(negative, digits, significant, integerDigits - leadingZeros + exponent);
    }

    private boolean acceptSign() {
      if (position < text.length()) {
        char c = text.charAt(position);
        if (c == '+' || c == '-') {
          position++;
          return c == '-';
        }
      }
      return false;
    }

    private int acceptExponent() {
      if (position == text.length() || (text.charAt(position) | 0x20) != 'e') {
        return 0;
      }
      position++;
      boolean negative = acceptSign();
      int start = position;
      int exponent = 0;
      for (; position < text.length(); position++) {
        char c = text.charAt(position);
        if (c < '0' || c > '9') {
          break;
        }
        exponent = Math.min(exponent * 10 + (c - '0'), SATURATED_EXPONENT);
      }
      if (position == start) {
        throw new InvalidNumberException(Reason.SYNTAX);
      }
      return negative ? -exponent : exponent;
    }
  }
}
