package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
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
    if (end < 0
        || !text.substring(end).split("\n", 2)[0].trim().equals(seal(text.substring(0, end)))) {
      return Map.of();
    }
    try {
      return DataUtils.parseMap(text.substring(0, end));
    } catch (MVStoreException e) {
      return Map.of();
    }
  }

  /** The values may hold letters and digits only. */
  static void write(ByteBuffer region, Map<String, String> attributes) {
    String text =
        attributes.entrySet().stream()
            .map(attribute -> attribute.getKey() + ':' + attribute.getValue())
            .collect(Collectors.joining(","));
    String sealed = text + seal(text);
    String padded = sealed + " ".repeat(region.remaining() - 1 - sealed.length()) + '\n';
    region.duplicate().put(padded.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String seal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return CHECKSUM + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
  }
}
