package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static final int VERSION = 1;

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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.writeUTF(tableId);
      out.writeUTF(backupId);
      out.writeUTF(sourceTableId);
      out.writeLong(moment.toEpochMilli());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static RestoreJob decode(byte[] value) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("its version is " + version + ", this emulator knows " + VERSION);
      }
      return new RestoreJob(
          in.readUTF(), in.readUTF(), in.readUTF(), Instant.ofEpochMilli(in.readLong()));
    } catch (IOException broken) {
      throw new StorageException("A restore is unreadable: " + broken.getMessage(), broken);
    }
  }
}
