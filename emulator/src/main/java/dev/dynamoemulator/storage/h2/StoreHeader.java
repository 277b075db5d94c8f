package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * One of the two headers of a file, as MVStore writes it: attributes as text, the last one a
 * checksum of the text.
 */
record StoreHeader(boolean isRecognized, boolean isIntact, boolean isClean, long version) {

  private static final String TEXT_CHECKSUM = ",fletcher:";

  /** Reads the header that the buffer begins with. */
  static StoreHeader read(ByteBuffer block) {
    String text =
        StandardCharsets.ISO_8859_1.decode(block.duplicate()).toString().split("\n", 2)[0];
    boolean recognized = text.startsWith("H:2,");
    int end = text.indexOf(TEXT_CHECKSUM);
    if (end < 0) {
      return new StoreHeader(recognized, false, false, 0);
    }
    byte[] bytes = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
    String checksum = Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    if (!text.equals(text.substring(0, end) + TEXT_CHECKSUM + checksum)) {
      return new StoreHeader(recognized, false, false, 0);
    }
    return parse(text.substring(0, end));
  }

  private static StoreHeader parse(String text) {
    try {
      Map<String, String> attributes = DataUtils.parseMap(text);
      return new StoreHeader(
          attributes.containsKey("H"),
          true,
          attributes.containsKey("clean"),
          DataUtils.readHexLong(attributes, "version", 0));
    } catch (MVStoreException e) {
      return new StoreHeader(false, false, false, 0);
    }
  }

  /**
   * The version that must at least be found in the file. Without a clean end, the chunk that the
   * header names may be the one whose writing was cut short.
   */
  long oldestVersionToExpect() {
    return isClean ? version : version - 1;
  }
}
