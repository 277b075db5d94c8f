package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.VersionedForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A restore that is under way.
 *
 * @param tableId the id of the table that is being filled
 * @param backupId the backup that it is filled from; empty for a point in time
 * @param sourceTableId the id of the table whose past it is filled from; empty for a backup
 * @param moment the moment whose state it gets
 */
record RestoreJob(String tableId, String backupId, String sourceTableId, Instant moment) {

  private static final VersionedForm<RestoreJob> FORM =
      new VersionedForm<>("A restore", 1, RestoreJob::write, RestoreJob::read);

  static RestoreJob fromBackup(String tableId, Backup backup) {
    return new RestoreJob(tableId, backup.id(), "", backup.created());
  }

  static RestoreJob toPointInTime(String tableId, String sourceTableId, Instant moment) {
    return new RestoreJob(tableId, "", sourceTableId, moment);
  }

  boolean isFromBackup() {
    return !backupId.isEmpty();
  }

  byte[] key() {
    return tableId.getBytes(StandardCharsets.UTF_8);
  }

  byte[] encode() {
    return FORM.encode(this);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeUTF(tableId);
    out.writeUTF(backupId);
    out.writeUTF(sourceTableId);
    out.writeLong(moment.toEpochMilli());
  }

  static RestoreJob decode(byte[] value) {
    return FORM.decode(value);
  }

  private static RestoreJob read(DataInputStream in) throws IOException {
    return new RestoreJob(
        in.readUTF(), in.readUTF(), in.readUTF(), Instant.ofEpochMilli(in.readLong()));
  }
}
