package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Attributes as MVStore writes them into headers and footers: text that ends with a checksum of
 * itself, padded to a fixed length.
 */
final class SealedText {

  private static final String CHECKSUM = ",fletcher:";

  private SealedText() {}

  /** The attributes, without the checksum; empty when the checksum does not match. */
  static Map<String, String> read(ByteBuffer region) {
    String text = StandardCharsets.ISO_8859_1.decode(region.duplicate()).toString();
    int end = text.indexOf(CHECKSUM);
    if (end < 0 || !text.substring(end).split("\n", 2)[0].trim().equals(checksum(text, end))) {
      return Map.of();
    }
    try {
      return DataUtils.parseMap(text.substring(0, end));
    } catch (MVStoreException e) {
      return Map.of();
    }
  }

  /** Adds an attribute, for which the padding must have room. */
  static void add(ByteBuffer region, String name, String value) {
    String text = StandardCharsets.ISO_8859_1.decode(region.duplicate()).toString();
    String extended = text.substring(0, text.indexOf(CHECKSUM)) + ',' + name + ':' + value;
    String sealed = extended + checksum(extended, extended.length());
    String padded = String.format("%-" + (region.remaining() - 1) + "s\n", sealed);
    region.duplicate().put(padded.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String checksum(String text, int end) {
    byte[] bytes = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
    return CHECKSUM + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
  }
}
