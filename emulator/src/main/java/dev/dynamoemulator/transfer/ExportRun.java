package dev.dynamoemulator.transfer;

import dev.dynamoemulator.backup.PointInTime;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes the files of an export, in steps. One that is done once more writes the same files.
 * Thread-safe, as it may be closed while a step is taken.
 */
final class ExportRun {

  private static final int LINES_PER_STEP = 10_000;
  private static final String CHECKSUM = ".md5";

  private final Export export;
  private final PointInTime past;
  private final long tableBytes;
  private final Buckets buckets;
  private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
  private ExportLines lines;
  private DataFile file;
  private int files;
  private long items;
  private long bytes;

  /**
   * @param tableBytes the size of the table when the export began
   */
  ExportRun(Export export, PointInTime past, long tableBytes, Buckets buckets) {
    this.export = export;
    this.past = past;
    this.tableBytes = tableBytes;
    this.buckets = buckets;
  }

  Export export() {
    return export;
  }

  long tableBytes() {
    return tableBytes;
  }

  synchronized long items() {
    return items;
  }

  /** Writes on for a while; true when all lines are written. */
  synchronized boolean step() throws IOException {
    if (lines == null) {
      put("_started", new byte[0]);
      lines = ExportLines.of(export, past);
      file = nextFile();
    }
    for (int i = 0; i < LINES_PER_STEP; i++) {
      if (!lines.next()) {
        storeFile();
        return true;
      }
      if (file.isFull()) {
        storeFile();
        file = nextFile();
      }
      bytes += lines.writeTo(file.nextLine());
      items++;
    }
    return false;
  }

  private DataFile nextFile() throws IOException {
    String name = export.id() + "/" + files++;
    String unique =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    return new DataFile(export.dataKey(unique));
  }

  private void storeFile() throws IOException {
    DataFile.Entry entry = file.store(buckets, export.request().bucket());
    manifest.write(Manifest.line(entry));
  }

  /** Writes the manifests; answers the export as it is then. */
  synchronized Export complete(Instant now) throws IOException {
    Export completed = export.completed(export.progress().completed(now), bytes, items);
    putWithChecksum(Manifest.FILES, manifest.toByteArray());
    putWithChecksum(Manifest.SUMMARY, Manifest.summary(completed));
    return completed;
  }

  private void putWithChecksum(String name, byte[] content) {
    put(name, content);
    put(
        name.replace(".json", CHECKSUM),
        Digests.md5Base64(content).getBytes(StandardCharsets.US_ASCII));
  }

  private void put(String name, byte[] content) {
    buckets.put(export.request().bucket(), export.key(name), content);
  }

  synchronized void close() {
    past.close();
  }
}
