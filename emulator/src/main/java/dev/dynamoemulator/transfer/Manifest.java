package dev.dynamoemulator.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The files that say what an export consists of (control-plane.md §3.2, §3.3). */
final class Manifest {

  static final String FILES = "manifest-files.json";
  static final String SUMMARY = "manifest-summary.json";

  private static final int CAPACITY = 1024;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Manifest() {}

  /** One line of {@code manifest-files.json}. */
  static byte[] line(DataFile.Entry file) throws IOException {
    JsonBytes line = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(line)) {
      json.writeStartObject();
      json.writeNumberField("itemCount", file.items());
      json.writeStringField("md5Checksum", file.md5());
      json.writeStringField("etag", file.etag());
      json.writeStringField("dataFileS3Key", file.key());
      json.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  /** {@code manifest-summary.json} of an export that is complete. */
  static byte[] summary(Export export) throws IOException {
    JsonBytes summary = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(summary)) {
      ExportRequest request = export.request();
      ExportWindow window = request.window();
      json.writeStartObject();
      json.writeStringField("version", window.isIncremental() ? "2023-08-01" : "2020-06-30");
      json.writeStringField("exportArn", export.arn(export.owner()));
      json.writeStringField("startTime", time(export.progress().start()));
      json.writeStringField("endTime", time(export.progress().end()));
      json.writeStringField("tableArn", export.owner().tableArn(export.tableName()));
      json.writeStringField("tableId", export.tableId());
      writeWindow(json, window);
      json.writeStringField("s3Bucket", request.target().bucket());
      json.writeStringField("s3Prefix", request.target().prefix());
      json.writeStringField("s3SseAlgorithm", algorithm(request));
      json.writeStringField("s3SseKmsKeyId", request.encryptionKey());
      json.writeStringField("manifestFilesS3Key", export.key(FILES));
      json.writeNumberField("billedSizeBytes", export.billedSizeBytes());
      json.writeNumberField("itemCount", export.itemCount());
      json.writeStringField("outputFormat", request.format().name());
      if (window.isIncremental()) {
        json.writeStringField("outputView", window.view().name());
        json.writeStringField("exportType", "INCREMENTAL_EXPORT");
      }
      json.writeEndObject();
    }
    return summary.toByteArray();
  }

  /** What S3 encrypts with when nobody asks for anything. */
  private static String algorithm(ExportRequest request) {
    return request.encryption() == null ? "AES256" : request.encryption();
  }

  private static void writeWindow(JsonGenerator json, ExportWindow window) throws IOException {
    if (window.isIncremental()) {
      json.writeStringField("exportFromTime", time(window.from()));
      json.writeStringField("exportToTime", time(window.to()));
    } else {
      json.writeStringField("exportTime", time(window.to()));
    }
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
