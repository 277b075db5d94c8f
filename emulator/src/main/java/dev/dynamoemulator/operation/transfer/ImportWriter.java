package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.table.ImportedTable;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.transfer.BucketLocation;
import dev.dynamoemulator.transfer.Import;
import dev.dynamoemulator.transfer.ImportCounts;
import dev.dynamoemulator.transfer.ImportRequest;
import dev.dynamoemulator.transfer.Progress;
import dev.dynamoemulator.transfer.format.CsvOptions;

/** Writes imports (control-plane.md §4). */
final class ImportWriter {

  private ImportWriter() {}

  /** Writes the members of {@code ImportTableDescription}. */
  static void write(ResponseWriter out, Namespace caller, Import job) {
    ImportRequest request = job.request();
    Progress progress = job.progress();
    ImportCounts counts = job.counts();
    out.string("ImportArn", job.arn(caller));
    out.string("ImportStatus", progress.status().name());
    out.string("TableArn", caller.tableArn(job.tableName()));
    out.string("TableId", job.table().id());
    out.optionalString("ClientToken", request.token().text());
    writeSource(out, request.source());
    out.number("ErrorCount", counts.errors());
    out.string("CloudWatchLogGroupArn", job.logGroupArn(caller));
    out.string("InputFormat", request.format().name());
    writeOptions(out, request.csv());
    out.string(
        "InputCompressionType",
        request.compression() == null ? "NONE" : request.compression().name());
    out.object(
        "TableCreationParameters",
        parameters -> ImportedTable.writeParameters(parameters, job.table()));
    out.timestamp("StartTime", progress.start().toEpochMilli());
    out.optionalTimestamp("EndTime", ExportWriter.millis(progress.end()));
    out.number("ProcessedSizeBytes", counts.bytes());
    out.number("ProcessedItemCount", counts.items());
    out.number("ImportedItemCount", counts.imported());
    out.optionalString("FailureCode", progress.failureCode());
    out.optionalString("FailureMessage", progress.failureMessage());
  }

  /** Writes the members of {@code ImportSummary}. */
  static void writeSummary(ResponseWriter out, Namespace caller, Import job) {
    out.string("ImportArn", job.arn(caller));
    out.string("ImportStatus", job.progress().status().name());
    out.string("TableArn", caller.tableArn(job.tableName()));
    writeSource(out, job.request().source());
    out.string("CloudWatchLogGroupArn", job.logGroupArn(caller));
    out.string("InputFormat", job.request().format().name());
    out.timestamp("StartTime", job.progress().start().toEpochMilli());
    out.optionalTimestamp("EndTime", ExportWriter.millis(job.progress().end()));
  }

  private static void writeSource(ResponseWriter out, BucketLocation source) {
    out.object(
        "S3BucketSource",
        member -> {
          member.optionalString("S3BucketOwner", source.owner());
          member.string("S3Bucket", source.bucket());
          member.optionalString("S3KeyPrefix", source.prefix());
        });
  }

  private static void writeOptions(ResponseWriter out, CsvOptions csv) {
    if (csv != null) {
      out.object(
          "InputFormatOptions",
          options ->
              options.object(
                  "Csv",
                  member -> {
                    member.optionalString("Delimiter", csv.delimiter());
                    member.optionalStrings("HeaderList", csv.header());
                  }));
    }
  }
}
