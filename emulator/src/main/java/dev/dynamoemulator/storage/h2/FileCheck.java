package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Reads a file through before it is opened for writing. MVStore alone would fall back to whatever
 * older version it finds complete, and then overwrite the rest; that is right after a crash, but
 * not for a file that was cut or damaged.
 */
final class FileCheck {

  private final DataFile file;

  FileCheck(DataFile file) {
    this.file = file;
  }

  /**
   * Whether the file holds data; false when it is empty, or its making was cut short.
   *
   * @throws StorageException when it is foreign, of another format or damaged
   */
  boolean holdsData() throws IOException {
    if (file.size() == 0) {
      return false;
    }
    StoreHeader header = newestHeader();
    DataFileStore chunks = DataFileStore.of(file, true);
    MVStore store = null;
    try {
      store = FileMedium.open(chunks);
      return holdsData(store, chunks, header);
    } catch (StorageException e) {
      throw e;
    } catch (MVStoreException e) {
      throw e.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT
          ? StorageErrors.newerFormat(path())
          : damaged("its content is not readable", e);
    } catch (RuntimeException | AssertionError e) {
      // MVStore trusts what it parses, and trips over its own assertions where they are on.
      throw damaged("its content is not readable", e);
    } finally {
      if (store != null) {
        store.closeImmediately();
      }
    }
  }

  private boolean holdsData(MVStore store, DataFileStore chunks, StoreHeader header)
      throws IOException {
    if (store.getCurrentVersion() < oldestVersionToExpect(chunks, header)) {
      throw damaged("part of its content is missing or altered", null);
    }
    if (header.version() == 0 && store.getMapNames().isEmpty()) {
      return false;
    }
    int format = FileFormat.version(store);
    if (format == 0) {
      throw StorageErrors.foreign(path());
    }
    if (format > FileFormat.VERSION) {
      throw StorageErrors.newerFormat(path());
    }
    if (format < FileFormat.VERSION) {
      throw StorageErrors.olderFormat(path());
    }
    if (!chunks.isIntact()) {
      throw damaged("part of its content is missing or altered", null);
    }
    return true;
  }

  /** Without a clean end, the newest chunk may be one whose writing was cut short. */
  private static long oldestVersionToExpect(DataFileStore chunks, StoreHeader header) {
    return header.isClean()
        ? header.version()
        : Math.max(header.version(), chunks.newestVersion()) - 1;
  }

  /** Each header is shorter than a sector, so that no crash leaves half of one. */
  private StoreHeader newestHeader() throws IOException {
    ByteBuffer blocks = file.read(0, (int) Math.min(file.size(), DataFileStore.HEADER_SIZE));
    if (!StoreHeader.isRecognized(blocks)) {
      throw StorageErrors.foreign(path());
    }
    if (blocks.remaining() < DataFileStore.HEADER_SIZE) {
      throw damaged("it is cut off", null);
    }
    StoreHeader first = StoreHeader.read(blocks.slice(0, DataFileStore.BLOCK_SIZE));
    StoreHeader second =
        StoreHeader.read(blocks.slice(DataFileStore.BLOCK_SIZE, DataFileStore.BLOCK_SIZE));
    if (!first.isIntact() || !second.isIntact()) {
      throw damaged("its header does not match its checksum", null);
    }
    return first.version() >= second.version() ? first : second;
  }

  private StorageException damaged(String damage, Throwable cause) {
    return StorageErrors.damaged(path(), damage, cause);
  }

  private Path path() {
    return file.path();
  }
}
