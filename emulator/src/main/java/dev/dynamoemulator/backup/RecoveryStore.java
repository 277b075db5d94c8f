package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.storage.WriteBatch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Settings of point-in-time recovery in storage, by the id of the table. */
final class RecoveryStore {

  private static final String COLLECTION = "continuous-backups";
  private static final VersionedForm<PointInTimeRecovery> FORM =
      new VersionedForm<>(
          "A setting of continuous backups", 1, RecoveryStore::write, RecoveryStore::read);

  private RecoveryStore() {}

  /** All settings, by the id of the table. */
  static Map<String, PointInTimeRecovery> load(Storage storage) {
    Map<String, PointInTimeRecovery> recoveries = new HashMap<>();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(COLLECTION, null, null, false);
      while (entries.next()) {
        PointInTimeRecovery recovery = FORM.decode(entries.value());
        recoveries.put(recovery.tableId(), recovery);
      }
    }
    return recoveries;
  }

  /** Adds or replaces a setting with the batch. */
  static WriteBatch put(WriteBatch batch, PointInTimeRecovery recovery) {
    return batch.put(COLLECTION, key(recovery.tableId()), FORM.encode(recovery));
  }

  /** Removes a setting with the batch. */
  static WriteBatch remove(WriteBatch batch, String tableId) {
    return batch.remove(COLLECTION, key(tableId));
  }

  private static byte[] key(String tableId) {
    return tableId.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(PointInTimeRecovery recovery, DataOutputStream out) throws IOException {
    out.writeUTF(recovery.tableId());
    out.writeUTF(recovery.historyId());
    out.writeInt(recovery.periodInDays());
    out.writeLong(recovery.since().toEpochMilli());
  }

  private static PointInTimeRecovery read(DataInputStream in) throws IOException {
    return new PointInTimeRecovery(
        in.readUTF(), in.readUTF(), in.readInt(), Instant.ofEpochMilli(in.readLong()));
  }
}
