package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;

/** One of the two headers of a file, as MVStore writes it. */
record StoreHeader(boolean isIntact, boolean isClean, long version) {

  /** Reads the header that the block begins with. */
  static StoreHeader read(ByteBuffer block) {
    Map<String, String> attributes = SealedText.read(block);
    return new StoreHeader(
        !attributes.isEmpty(),
        attributes.containsKey("clean"),
        DataUtils.readHexLong(attributes, "version", 0));
  }

  /** Whether the block is meant to be a header, intact or not. */
  static boolean isRecognized(ByteBuffer block) {
    return StandardCharsets.ISO_8859_1.decode(block.duplicate()).toString().startsWith("H:2,");
  }
}
