package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that this process has to itself. A RandomAccessFile, as a FileChannel closes itself when a
 * thread that reads or writes is interrupted, and callers of an embedded emulator may be.
 *
 * <p>Thread-safe.
 */
final class DataFile implements AutoCloseable {

  /**
   * The files of all emulators in this JVM. One in use must not even be opened again: on POSIX
   * systems closing any descriptor of a file drops the lock that the process has on it.
   */
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path realPath;
  private final RandomAccessFile file;

  private DataFile(Path path, Path realPath, RandomAccessFile file) {
    this.path = path;
    this.realPath = realPath;
    this.file = file;
  }

  /**
   * Opens and locks the file; makes it when there is none.
   *
   * @throws StorageException when it cannot be opened or is locked
   */
  static DataFile open(Path path) {
    Path realPath = realPath(path);
    if (!IN_USE.add(realPath)) {
      throw StorageErrors.inUse(path);
    }
    try {
      return new DataFile(path, realPath, openLocked(path));
    } catch (StorageException e) {
      IN_USE.remove(realPath);
      throw e;
    }
  }

  private static Path realPath(Path path) {
    try {
      return Files.exists(path)
          ? path.toRealPath()
          : path.getParent().toRealPath().resolve(path.getFileName());
    } catch (IOException e) {
      throw StorageErrors.notOpened(path, e);
    }
  }

  private static RandomAccessFile openLocked(Path path) {
    RandomAccessFile file = null;
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
      if (isLocked(file)) {
        return file;
      }
    } catch (IOException e) {
      closeQuietly(file);
      throw StorageErrors.notOpened(path, e);
    }
    closeQuietly(file);
    throw StorageErrors.inUse(path);
  }

  private static boolean isLocked(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void closeQuietly(RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // The failure that led here is the one to report.
    }
  }

  Path path() {
    return path;
  }

  long size() throws IOException {
    return file.length();
  }

  /** The bytes of a region, all of which must exist. */
  ByteBuffer read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    synchronized (file) {
      file.seek(position);
      file.readFully(bytes);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** Writes what remains in the buffer, which must be backed by an array. */
  void write(long position, ByteBuffer buffer) throws IOException {
    synchronized (file) {
      file.seek(position);
      file.write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }
    buffer.position(buffer.limit());
  }

  void truncate(long size) throws IOException {
    synchronized (file) {
      file.setLength(size);
    }
  }

  void sync() throws IOException {
    file.getFD().sync();
  }

  /** Releases the lock as well. */
  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      IN_USE.remove(realPath);
    }
  }
}
