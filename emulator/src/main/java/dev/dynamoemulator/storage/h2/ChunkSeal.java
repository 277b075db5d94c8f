package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;

/**
 * A checksum over each chunk, kept in the spare room of its footer. MVStore itself checks its
 * headers and footers and the place and length of each page, but not the content.
 */
final class ChunkSeal {

  static final int FOOTER_LENGTH = 128;

  private static final String CHECKSUM = "crc";

  private ChunkSeal() {}

  /** Adds the checksum to the footer of the chunk that fills the buffer. */
  static void seal(ByteBuffer chunk) {
    SealedText.add(footer(chunk), CHECKSUM, checksum(chunk));
  }

  /** Whether the chunk that fills the buffer is as it was when it was sealed. */
  static boolean isIntact(ByteBuffer chunk) {
    return checksum(chunk).equals(SealedText.read(footer(chunk)).get(CHECKSUM));
  }

  /**
   * The length in blocks of the chunk that ends with the footer; 0 when it is no footer, or one
   * without a seal, which other programs write.
   */
  static long sealedBlocks(ByteBuffer footer) {
    Map<String, String> attributes = SealedText.read(footer);
    return attributes.containsKey(CHECKSUM) ? DataUtils.readHexLong(attributes, "len", 0) : 0;
  }

  /** The version of the chunk that ends with the footer; 0 when it is no footer. */
  static long version(ByteBuffer footer) {
    return DataUtils.readHexLong(SealedText.read(footer), "version", 0);
  }

  private static ByteBuffer footer(ByteBuffer chunk) {
    return chunk.slice(chunk.limit() - FOOTER_LENGTH, FOOTER_LENGTH);
  }

  private static String checksum(ByteBuffer chunk) {
    CRC32C checksum = new CRC32C();
    checksum.update(chunk.slice(0, chunk.limit() - FOOTER_LENGTH));
    return Integer.toHexString((int) checksum.getValue());
  }
}
