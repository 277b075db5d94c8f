package dev.dynamoemulator.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for the newest chunk of a file that was not closed. MVStore starts from its header, which
 * is some versions old, and then settles for an older version still if the crash cut off the chunk
 * that was taking the place of the one which the header names.
 */
final class ChunkScan {

  private final DataFile file;
  private long newestVersion;
  private ChunkFooter newestIntact;

  private ChunkScan(DataFile file) {
    this.file = file;
  }

  static ChunkScan of(DataFile file) throws IOException {
    ChunkScan scan = new ChunkScan(file);
    long blocks = file.size() / DataFileStore.BLOCK_SIZE;
    for (long end = DataFileStore.HEADER_BLOCKS + 1; end <= blocks; end++) {
      scan.lookBefore(end);
    }
    return scan;
  }

  private void lookBefore(long end) throws IOException {
    long position = end * DataFileStore.BLOCK_SIZE - ChunkFooter.LENGTH;
    ChunkFooter footer = ChunkFooter.read(file.read(position, ChunkFooter.LENGTH), end);
    if (footer != null) {
      newestVersion = Math.max(newestVersion, footer.version());
      if ((newestIntact == null || footer.version() > newestIntact.version())
          && DataFileStore.isIntact(file, footer.block(), footer.blocks())) {
        newestIntact = footer;
      }
    }
  }

  /** The newest version of which there is a footer, whether or not its chunk is intact. */
  long newestVersion() {
    return newestVersion;
  }

  /** Makes the header name the newest intact chunk, unless it already names one as new. */
  void update(ByteBuffer header) {
    Map<String, String> attributes = new TreeMap<>(SealedText.read(header));
    if (newestIntact != null && newestIntact.version() > StoreHeader.read(header).version()) {
      attributes.put("chunk", newestIntact.id());
      attributes.put("block", Long.toHexString(newestIntact.block()));
      attributes.put("version", Long.toHexString(newestIntact.version()));
      SealedText.write(header, attributes);
    }
  }
}
