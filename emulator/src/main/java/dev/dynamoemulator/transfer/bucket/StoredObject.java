package dev.dynamoemulator.transfer.bucket;

/** An object of a bucket. */
public record StoredObject(String key, long size) {

  /** Whether it merely stands for a folder, as the console of S3 makes them. */
  public boolean isFolder() {
    return key.endsWith("/") && size == 0;
  }
}
