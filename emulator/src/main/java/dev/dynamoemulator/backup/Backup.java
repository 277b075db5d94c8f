package dev.dynamoemulator.backup;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TableDescription;
import java.time.Duration;
import java.time.Instant;

/**
 * A backup of a table. Immutable.
 *
 * @param id the last part of its ARN
 * @param name as the request named it; need not be unique
 * @param collection the storage collection of its items
 * @param owner the account and region of the table
 * @param table the table as it was described then
 * @param itemCount how many items the table had
 * @param sizeBytes their size as DynamoDB counts it
 */
public record Backup(
    String id,
    String name,
    BackupType type,
    BackupStatus status,
    Instant created,
    String collection,
    Namespace owner,
    TableDescription table,
    long itemCount,
    long sizeBytes) {

  /** How long a backup of a deleted table is kept (control-plane.md §2.6). */
  static final Duration SYSTEM_BACKUP_LIFE = Duration.ofDays(35);

  /** With what the names of the collections of on-demand backups begin. */
  static final String COLLECTIONS = "backup/";

  private static final String RESOURCE = "/backup/";

  /** Its ARN in the caller's account and region. */
  public String arn(Namespace caller) {
    return caller.tableArn(table.name()) + RESOURCE + id;
  }

  /** When it is deleted by itself; null for never. */
  public Instant expiry() {
    return type == BackupType.SYSTEM ? created.plus(SYSTEM_BACKUP_LIFE) : null;
  }

  Backup withStatus(BackupStatus changed) {
    return new Backup(
        id, name, type, changed, created, collection, owner, table, itemCount, sizeBytes);
  }

  /** The backup when all items are in it. */
  Backup completed(long items, long bytes) {
    return new Backup(
        id, name, type, BackupStatus.AVAILABLE, created, collection, owner, table, items, bytes);
  }
}
