package dev.dynamoemulator.transfer;

import dev.dynamoemulator.transfer.bucket.Bucket;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A data file of an export while it is written, in memory. For one thread. */
final class DataFile {

  /** Files of the service are larger; this bounds the memory. */
  private static final int FULL = 8 * 1024 * 1024;

  private final String key;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final GZIPOutputStream lines;
  private long items;

  DataFile(String key) throws IOException {
    this.key = key;
    this.lines = new GZIPOutputStream(bytes, 64 * 1024);
  }

  /** Takes the next line. */
  OutputStream nextLine() {
    items++;
    return lines;
  }

  boolean isFull() {
    return bytes.size() >= FULL;
  }

  Entry store(Buckets buckets, Bucket bucket) throws IOException {
    lines.close();
    byte[] content = bytes.toByteArray();
    String etag = buckets.put(bucket, key, content);
    return new Entry(items, Digests.md5Base64(content), etag, key);
  }

  /** What a manifest says of it. */
  record Entry(long items, String md5, String etag, String key) {}
}
