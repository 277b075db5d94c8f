package dev.dynamoemulator.transfer.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders in one directory, one for each bucket, and below it a file for each object. A bucket
 * exists when its folder does: none is made on demand, as S3 makes none.
 */
public final class FolderBuckets implements Buckets {

  private static final String UNFINISHED = ".part";

  private final Path directory;

  public FolderBuckets(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public String put(Bucket bucket, String key, byte[] content) {
    Path file = file(folder(bucket), key);
    try {
      Files.createDirectories(file.getParent());
      Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw BucketErrors.unreachable(file, e);
    }
    return Digests.md5Hex(content);
  }

  @Override
  public List<StoredObject> list(Bucket bucket, String prefix) {
    Path folder = folder(bucket);
    Path start = file(folder, prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> object(folder, file))
          .filter(object -> object.key().startsWith(prefix))
          .filter(object -> !object.key().endsWith(UNFINISHED))
          .sorted(Comparator.comparing(StoredObject::key))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw BucketErrors.unreachable(start, e);
    }
  }

  private static StoredObject object(Path folder, Path file) {
    String key = folder.relativize(file).toString().replace('\\', '/');
    return new StoredObject(key, file.toFile().length());
  }

  @Override
  public InputStream get(Bucket bucket, String key) {
    Path file = file(folder(bucket), key);
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw BucketErrors.noSuchKey();
    } catch (IOException e) {
      throw BucketErrors.unreachable(file, e);
    }
  }

  private Path folder(Bucket bucket) {
    Path folder = directory.resolve(bucket.name());
    if (!Files.isDirectory(folder)) {
      throw BucketErrors.noSuchBucket();
    }
    return folder;
  }

  /** The file of an object; never one outside of the bucket's folder. */
  private static Path file(Path folder, String key) {
    try {
      Path file = folder.resolve(key);
      if (file.startsWith(folder) && file.equals(file.normalize())) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Such as a null character: no file has such a name.
    }
    throw BucketErrors.keyOutsideOfBucket();
  }
}
