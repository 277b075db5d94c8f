package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of point-in-time recovery in storage, by the id of the table: a version, then every
 * member in the order of the record.
 */
final class RecoveryStore {

  private static final String COLLECTION = "continuous-backups";
  private static final int VERSION = 1;

  private RecoveryStore() {}

  /** All settings, by the id of the table. */
  static Map<String, PointInTimeRecovery> load(Storage storage) {
    Map<String, PointInTimeRecovery> recoveries = new HashMap<>();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        PointInTimeRecovery recovery = decode(entries.value());
        recoveries.put(recovery.tableId(), recovery);
      }
    }
    return recoveries;
  }

  /** Adds or replaces a setting with the batch. */
  static WriteBatch put(WriteBatch batch, PointInTimeRecovery recovery) {
    return batch.put(COLLECTION, key(recovery.tableId()), encode(recovery));
  }

  /** Removes a setting with the batch. */
  static WriteBatch remove(WriteBatch batch, String tableId) {
    return batch.remove(COLLECTION, key(tableId));
  }

  private static byte[] key(String tableId) {
    return tableId.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encode(PointInTimeRecovery recovery) {
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

  private static PointInTimeRecovery decode(byte[] value) {
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
