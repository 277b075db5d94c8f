package dev.dynamoemulator.storage.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;

/** Lets MVStore keep its chunks in a {@link DataFile}, with a {@link ChunkSeal} on each. */
final class DataFileStore extends RandomAccessStore {

  static final int BLOCK_SIZE = 4096;
  static final int HEADER_BLOCKS = 2;
  static final int HEADER_SIZE = HEADER_BLOCKS * BLOCK_SIZE;

  private static final int CACHE_MEGABYTES = 64;

  /** Half of MVStore's own, as a commit writes whole pages. */
  private static final int PAGE_SIZE = 8 << 10;

  private static final int REWRITE_LIMIT = 4 << 20;

  /** Freed space at the end is given back in large steps only, as MVStore syncs before it does. */
  private static final int SHRINK_PERCENT = 50;

  private final DataFile file;
  private long newestVersion;

  private DataFileStore(DataFile file, boolean readOnly) {
    super(Map.of("cacheSize", CACHE_MEGABYTES, "pageSplitSize", PAGE_SIZE));
    this.file = file;
    init(file.path().toString(), readOnly);
  }

  static DataFileStore of(DataFile file, boolean readOnly) throws IOException {
    DataFileStore store = new DataFileStore(file, readOnly);
    store.setSize(file.size());
    return store;
  }

  @Override
  public ByteBuffer readFully(SFChunk chunk, long position, int length) {
    try {
      ByteBuffer bytes = file.read(position, length);
      readCount.incrementAndGet();
      readBytes.addAndGet(length);
      return chunk == null ? forRecovery(bytes, position) : bytes;
    } catch (IOException e) {
      throw DataUtils.newMVStoreException(
          DataUtils.ERROR_READING_FAILED, "Could not read at {0}", position, e);
    }
  }

  /**
   * Reads without a chunk are those by which MVStore, on opening, looks for the newest complete
   * one. It is led to it, and must not take one for complete that a power failure left with holes.
   */
  private ByteBuffer forRecovery(ByteBuffer bytes, long position) throws IOException {
    if (position == 0 && bytes.limit() == HEADER_SIZE) {
      if (!StoreHeader.read(bytes).isClean()) {
        ChunkScan scan = ChunkScan.of(file);
        newestVersion = scan.newestVersion();
        scan.update(bytes.slice(0, BLOCK_SIZE));
        scan.update(bytes.slice(BLOCK_SIZE, BLOCK_SIZE));
      }
    } else if (bytes.limit() == ChunkFooter.LENGTH) {
      ChunkFooter footer = ChunkFooter.read(bytes, (position + bytes.limit()) / BLOCK_SIZE);
      if (footer != null && footer.isSealed() && !isIntact(file, footer.block(), footer.blocks())) {
        return ByteBuffer.allocate(bytes.limit());
      }
    }
    return bytes;
  }

  /**
   * The newest version of which the file holds a trace; 0 unless it was opened without having been
   * closed.
   */
  long newestVersion() {
    return newestVersion;
  }

  /** Whether every chunk with live pages is as it was written. */
  boolean isIntact() throws IOException {
    for (SFChunk chunk : getChunks().values()) {
      if (chunk.block > 0 && chunk.maxLenLive > 0 && !isIntact(file, chunk.block, chunk.len)) {
        return false;
      }
    }
    return true;
  }

  static boolean isIntact(DataFile file, long block, long blocks) throws IOException {
    return block >= HEADER_BLOCKS
        && (block + blocks) * BLOCK_SIZE <= file.size()
        && blocks <= Integer.MAX_VALUE / BLOCK_SIZE
        && ChunkSeal.isIntact(file.read(block * BLOCK_SIZE, (int) blocks * BLOCK_SIZE));
  }

  @Override
  protected void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
    if (chunk != null) {
      ChunkSeal.add(bytes);
    }
    int length = bytes.remaining();
    setSize(Math.max(size(), position + length));
    try {
      file.write(position, bytes);
    } catch (IOException e) {
      throw DataUtils.newMVStoreException(
          DataUtils.ERROR_WRITING_FAILED, "Could not write at {0}", position, e);
    }
    writeCount.incrementAndGet();
    writeBytes.addAndGet(length);
  }

  @Override
  protected void truncate(long size) {
    try {
      file.truncate(size);
    } catch (IOException e) {
      throw DataUtils.newMVStoreException(
          DataUtils.ERROR_WRITING_FAILED, "Could not truncate to {0}", size, e);
    }
    setSize(Math.min(size(), size));
    writeCount.incrementAndGet();
  }

  @Override
  public void sync() {
    try {
      file.sync();
    } catch (IOException e) {
      throw DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Could not sync", e);
    }
  }

  @Override
  protected void shrinkStoreIfPossible(int minPercent) {
    super.shrinkStoreIfPossible(minPercent == 0 ? 0 : SHRINK_PERCENT);
  }

  /**
   * Chunks without live pages may be overwritten at once: a killed process loses nothing that it
   * has written, and every version that a reader stands on is registered.
   */
  @Override
  public int getDefaultRetentionTime() {
    return 0;
  }

  long bytesWritten() {
    return writeBytes.get();
  }

  /** Whether less of the chunks is in live pages than the percentage. */
  boolean isSparse(int percent) {
    return getChunksFillRate() < percent;
  }

  /** Moves live pages out of chunks sparser than that into the next that is written, to a limit. */
  void rewriteSparseChunks(int percent) {
    rewriteChunks(REWRITE_LIMIT, percent);
  }

  @Override
  public void open(String fileName, boolean readOnly, char[] encryptionKey) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore<SFChunk> open(String fileName, boolean readOnly) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void backup(ZipOutputStream out) {
    throw new UnsupportedOperationException();
  }
}
