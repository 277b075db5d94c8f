package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.table.SourceTableWriter;
import dev.dynamoemulator.shape.ResponseWriter;
import java.time.Instant;

/** Writes backups as all operations answer them (control-plane.md §1.1). */
final class BackupWriter {

  private BackupWriter() {}

  static void writeDescription(ResponseWriter out, Namespace caller, Backup backup) {
    out.object(
        "BackupDescription",
        description -> {
          writeDetails(description, caller, backup);
          description.object(
              "SourceTableDetails",
              table ->
                  SourceTableWriter.writeDetails(
                      table, caller, backup.table(), backup.itemCount(), backup.sizeBytes()));
          description.object(
              "SourceTableFeatureDetails",
              features -> SourceTableWriter.writeFeatures(features, backup.table()));
        });
  }

  static void writeDetails(ResponseWriter out, Namespace caller, Backup backup) {
    out.object("BackupDetails", details -> writeMembers(details, caller, backup));
  }

  static void writeSummary(ResponseWriter out, Namespace caller, Backup backup) {
    out.string("TableName", backup.table().name());
    out.string("TableId", backup.table().id());
    out.string("TableArn", caller.tableArn(backup.table().name()));
    writeMembers(out, caller, backup);
  }

  private static void writeMembers(ResponseWriter out, Namespace caller, Backup backup) {
    Instant expiry = backup.expiry();
    out.string("BackupArn", backup.arn(caller));
    out.string("BackupName", backup.name());
    out.number("BackupSizeBytes", backup.sizeBytes());
    out.string("BackupStatus", backup.status().name());
    out.string("BackupType", backup.type().name());
    out.timestamp("BackupCreationDateTime", backup.created().toEpochMilli());
    out.optionalTimestamp("BackupExpiryDateTime", expiry == null ? null : expiry.toEpochMilli());
  }
}
