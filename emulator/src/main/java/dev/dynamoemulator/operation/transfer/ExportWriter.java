package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.transfer.BucketLocation;
import dev.dynamoemulator.transfer.Export;
import dev.dynamoemulator.transfer.ExportRequest;
import dev.dynamoemulator.transfer.ExportWindow;
import dev.dynamoemulator.transfer.Progress;
import dev.dynamoemulator.transfer.TransferStatus;
import java.time.Instant;

/** Writes exports (control-plane.md §3.1). */
final class ExportWriter {

  private ExportWriter() {}

  /** Writes the members of {@code ExportDescription}. */
  static void write(ResponseWriter out, Namespace caller, Export export) {
    ExportRequest request = export.request();
    Progress progress = export.progress();
    out.string("ExportArn", export.arn(caller));
    out.string("ExportStatus", progress.status().name());
    out.timestamp("StartTime", progress.start().toEpochMilli());
    out.optionalTimestamp("EndTime", millis(progress.end()));
    out.optionalString("ExportManifest", export.manifest());
    out.string("TableArn", caller.tableArn(export.tableName()));
    out.string("TableId", export.tableId());
    out.optionalString("ClientToken", request.token().text());
    writeTarget(out, request);
    out.optionalString("FailureCode", progress.failureCode());
    out.optionalString("FailureMessage", progress.failureMessage());
    out.string("ExportFormat", request.format().name());
    if (progress.status() == TransferStatus.COMPLETED) {
      out.number("BilledSizeBytes", export.billedSizeBytes());
      out.number("ItemCount", export.itemCount());
    }
    out.string("ExportType", type(export));
    writeWindow(out, request.window());
  }

  private static void writeTarget(ResponseWriter out, ExportRequest request) {
    BucketLocation target = request.target();
    out.string("S3Bucket", target.bucket());
    out.optionalString("S3BucketOwner", target.owner());
    out.optionalString("S3Prefix", target.prefix());
    out.optionalString("S3SseAlgorithm", request.encryption());
    out.optionalString("S3SseKmsKeyId", request.encryptionKey());
  }

  private static void writeWindow(ResponseWriter out, ExportWindow window) {
    if (!window.isIncremental()) {
      out.timestamp("ExportTime", window.to().toEpochMilli());
      return;
    }
    out.object(
        "IncrementalExportSpecification",
        specification -> {
          specification.timestamp("ExportFromTime", window.from().toEpochMilli());
          specification.timestamp("ExportToTime", window.to().toEpochMilli());
          specification.string("ExportViewType", window.view().name());
        });
  }

  /** Writes the members of {@code ExportSummary}. */
  static void writeSummary(ResponseWriter out, Namespace caller, Export export) {
    out.string("ExportArn", export.arn(caller));
    out.string("ExportStatus", export.progress().status().name());
    out.string("ExportType", type(export));
  }

  private static String type(Export export) {
    return export.request().window().isIncremental() ? "INCREMENTAL_EXPORT" : "FULL_EXPORT";
  }

  static Long millis(Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
