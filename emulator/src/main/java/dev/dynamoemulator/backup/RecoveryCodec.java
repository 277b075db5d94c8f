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
 * Settings of point-in-time recovery as they are stored: a version, then every member in the order
 * of the record.
 */
final class RecoveryCodec {

  private static final int VERSION = 1;

  private RecoveryCodec() {}

  static byte[] key(String tableId) {
    return tableId.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] encode(PointInTimeRecovery recovery) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.writeUTF(recovery.tableId());
      out.writeUTF(recovery.historyId());
      out.writeInt(recovery.periodInDays());
      out.writeLong(recovery.since().toEpochMilli());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static PointInTimeRecovery decode(byte[] value) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("its version is " + version + ", this emulator knows " + VERSION);
      }
      return new PointInTimeRecovery(
          in.readUTF(), in.readUTF(), in.readInt(), Instant.ofEpochMilli(in.readLong()));
    } catch (IOException broken) {
      throw new StorageException(
          "A setting of continuous backups is unreadable: " + broken.getMessage(), broken);
    }
  }
}
