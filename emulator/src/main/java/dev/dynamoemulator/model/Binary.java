package dev.dynamoemulator.model;

import java.util.Arrays;
import java.util.Base64;

/** Immutable bytes, compared as unsigned values with the shorter prefix first. */
public final class Binary implements Comparable<Binary> {

  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes ownership of the array: the caller must not change it afterwards. */
  public static Binary wrap(byte[] bytes) {
    return new Binary(bytes);
  }

  /** The bytes themselves, not a copy: the caller must not change them. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public boolean startsWith(Binary prefix) {
    return length() >= prefix.length()
        && Arrays.equals(bytes, 0, prefix.length(), prefix.bytes, 0, prefix.length());
  }

  /** Whether {@code part} occurs in these bytes as a contiguous sub-sequence. */
  public boolean contains(Binary part) {
    int partLength = part.length();
    for (int from = 0; from + partLength <= bytes.length; from++) {
      if (Arrays.equals(bytes, from, from + partLength, part.bytes, 0, partLength)) {
        return true;
      }
    }
    return false;
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public int compareTo(Binary other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toBase64();
  }
}
