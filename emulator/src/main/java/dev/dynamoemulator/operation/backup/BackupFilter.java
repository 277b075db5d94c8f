package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.BackupType;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableReference;
import java.time.Instant;

/**
 * Which backups a ListBackups request asks for.
 *
 * @param tableName null for all tables; the table need not exist
 * @param type a {@link BackupType}, {@code AWS_BACKUP} or {@code ALL}
 * @param from the first creation time; null for no bound
 * @param to the first creation time that is too late; null for no bound
 * @param startId the id after which to start, of a backup that need not exist; null for the first
 */
record BackupFilter(String tableName, String type, Instant from, Instant to, String startId) {

  private static final String ALL = "ALL";

  static BackupFilter of(Struct input) {
    String tableName = input.string("TableName");
    String type = input.string("BackupType");
    String start = input.string("ExclusiveStartBackupArn");
    return new BackupFilter(
        tableName == null ? null : TableReference.of(tableName).tableName(),
        type == null ? BackupType.USER.name() : type,
        Timestamp.of(input, "TimeRangeLowerBound"),
        Timestamp.of(input, "TimeRangeUpperBound"),
        start == null ? null : start.substring(start.lastIndexOf('/') + 1));
  }

  boolean lets(Backup backup) {
    return (tableName == null || tableName.equals(backup.table().name()))
        && (type.equals(ALL) || type.equals(backup.type().name()))
        && (from == null || !backup.created().isBefore(from))
        && (to == null || backup.created().isBefore(to))
        && (startId == null || backup.id().compareTo(startId) > 0);
  }
}
