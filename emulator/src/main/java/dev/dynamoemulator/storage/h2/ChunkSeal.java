package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A checksum over each chunk, kept in the spare room of its footer. MVStore itself checks its
 * headers and footers and the place and length of each page, but not the content.
 */
final class ChunkSeal {

  private static final String CHECKSUM = "crc";

  private ChunkSeal() {}

  /** Adds the checksum to the footer of the chunk that fills the buffer. */
  static void add(ByteBuffer chunk) {
    Map<String, String> attributes = new TreeMap<>(SealedText.read(footer(chunk)));
    attributes.put(CHECKSUM, checksum(chunk));
    SealedText.write(footer(chunk), attributes);
  }

  /** Whether the chunk that fills the buffer is as it was when it was sealed. */
  static boolean isIntact(ByteBuffer chunk) {
    return checksum(chunk).equals(SealedText.read(footer(chunk)).get(CHECKSUM));
  }

  /** Whether the attributes of a footer have a seal among them. */
  static boolean isIn(Map<String, String> attributes) {
    return attributes.containsKey(CHECKSUM);
  }

  private static ByteBuffer footer(ByteBuffer chunk) {
    return chunk.slice(chunk.limit() - ChunkFooter.LENGTH, ChunkFooter.LENGTH);
  }

  private static String checksum(ByteBuffer chunk) {
    CRC32C checksum = new CRC32C();
    checksum.update(chunk.slice(0, chunk.limit() - ChunkFooter.LENGTH));
    return Integer.toHexString((int) checksum.getValue());
  }
}
