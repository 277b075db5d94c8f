package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * A checksum over each chunk, kept in the spare room of its footer. MVStore itself checks its
 * headers and footers and the place and length of each page, but not the content. The footer stays
 * one that MVStore understands: attributes as text, the last one a checksum of the text.
 */
final class ChunkSeal {

  static final int FOOTER_LENGTH = 128;

  private static final String CHECKSUM = "crc";
  private static final String TEXT_CHECKSUM = ",fletcher:";

  private ChunkSeal() {}

  /** Adds the checksum to the footer of the chunk that fills the buffer. */
  static void seal(ByteBuffer chunk) {
    String text = footer(chunk);
    String sealed =
        text.substring(0, text.indexOf(TEXT_CHECKSUM))
            + ','
            + CHECKSUM
            + ':'
            + Integer.toHexString(checksum(chunk));
    byte[] bytes = sealed.getBytes(StandardCharsets.ISO_8859_1);
    int textChecksum = DataUtils.getFletcher32(bytes, 0, bytes.length);
    String footer =
        String.format(
            "%-" + (FOOTER_LENGTH - 1) + "s\n",
            sealed + TEXT_CHECKSUM + Integer.toHexString(textChecksum));
    chunk
        .duplicate()
        .position(chunk.limit() - FOOTER_LENGTH)
        .put(footer.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether the chunk that fills the buffer is as it was when it was sealed. */
  static boolean isIntact(ByteBuffer chunk) {
    String expected = attributes(chunk).get(CHECKSUM);
    return Integer.toHexString(checksum(chunk)).equals(expected);
  }

  /** The length in blocks of the chunk that the footer belongs to; 0 when it is no footer. */
  static int lengthInBlocks(ByteBuffer footer) {
    return (int) DataUtils.readHexLong(attributes(footer), "len", 0);
  }

  private static Map<String, String> attributes(ByteBuffer buffer) {
    try {
      return DataUtils.parseMap(footer(buffer));
    } catch (MVStoreException e) {
      return Map.of();
    }
  }

  private static String footer(ByteBuffer buffer) {
    byte[] bytes = new byte[FOOTER_LENGTH];
    buffer.duplicate().position(buffer.limit() - FOOTER_LENGTH).get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).trim();
  }

  private static int checksum(ByteBuffer chunk) {
    CRC32C checksum = new CRC32C();
    checksum.update(chunk.duplicate().position(0).limit(chunk.limit() - FOOTER_LENGTH));
    return (int) checksum.getValue();
  }
}
