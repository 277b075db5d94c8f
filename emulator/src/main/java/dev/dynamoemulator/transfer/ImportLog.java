package dev.dynamoemulator.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The bad items of an import, each a line of JSON as the service writes it to CloudWatch
 * (control-plane.md §4.6). Here the lines go to the log {@code
 * dev.dynamoemulator.transfer.ImportLog} at level WARNING, the first ones of each import only. For
 * one thread.
 */
final class ImportLog {

  private static final int CAPACITY = 512;
  private static final Logger LOG = System.getLogger(ImportLog.class.getName());

  /** More say nothing new, and would fill the disk. */
  private static final int MOST_LINES = 10_000;

  private final Import job;
  private int lines;

  ImportLog(Import job) {
    this.job = job;
  }

  /**
   * @param index of the item in its object, from 0
   */
  void add(String key, long index, String message) {
    if (lines++ < MOST_LINES) {
      LOG.log(Level.WARNING, line(key, index, message));
    }
  }

  private String line(String key, long index, String message) {
    JsonBytes line = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("itemS3Pointer");
      json.writeStringField("bucket", job.request().source().bucket());
      json.writeStringField("key", key);
      json.writeNumberField("itemIndex", index);
      json.writeEndObject();
      json.writeStringField("importArn", job.arn(job.owner()));
      json.writeArrayFieldStart("errorMessages");
      json.writeString(message);
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }
}
