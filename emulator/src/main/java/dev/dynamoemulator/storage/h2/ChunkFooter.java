package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.DataUtils;

/**
 * What the last bytes of a chunk say about it.
 *
 * @param id hexadecimal
 * @param block where the chunk begins
 * @param blocks its length
 * @param isSealed false for chunks that other programs write
 */
record ChunkFooter(String id, long version, long block, long blocks, boolean isSealed) {

  static final int LENGTH = 128;

  /**
   * Reads a footer.
   *
   * @param end the block after the one that the bytes are the end of
   * @return null when it is no footer
   */
  static ChunkFooter read(ByteBuffer bytes, long end) {
    Map<String, String> attributes = SealedText.read(bytes);
    String id = attributes.get("chunk");
    long blocks = DataUtils.readHexLong(attributes, "len", 0);
    long version = DataUtils.readHexLong(attributes, "version", 0);
    return id == null || blocks <= 0
        ? null
        : new ChunkFooter(id, version, end - blocks, blocks, ChunkSeal.isIn(attributes));
  }
}
