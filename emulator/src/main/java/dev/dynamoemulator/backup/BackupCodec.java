package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Backups as they are stored, the table as the catalogue stores it. */
final class BackupCodec {

  private static final VersionedForm<Backup> FORM =
      new VersionedForm<>("A backup", 1, BackupCodec::write, BackupCodec::read);

  private BackupCodec() {}

  static byte[] key(Backup backup) {
    return backup.id().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] encode(Backup backup) {
    return FORM.encode(backup);
  }

  private static void write(Backup backup, DataOutputStream out) throws IOException {
    out.writeUTF(backup.id());
    out.writeUTF(backup.name());
    out.writeUTF(backup.type().name());
    out.writeUTF(backup.status().name());
    out.writeLong(backup.created().toEpochMilli());
    out.writeUTF(backup.collection());
    byte[] table = TableCodec.encode(backup.owner(), backup.table());
    out.writeInt(table.length);
    out.write(table);
    out.writeLong(backup.itemCount());
    out.writeLong(backup.sizeBytes());
  }

  static Backup decode(byte[] value) {
    return FORM.decode(value);
  }

  private static Backup read(DataInputStream in) throws IOException {
    String id = in.readUTF();
    String name = in.readUTF();
    BackupType type = BackupType.valueOf(in.readUTF());
    BackupStatus status = BackupStatus.valueOf(in.readUTF());
    Instant created = Instant.ofEpochMilli(in.readLong());
    String collection = in.readUTF();
    Table table = TableCodec.decode(in.readNBytes(in.readInt()));
    return new Backup(
        id,
        name,
        type,
        status,
        created,
        collection,
        table.namespace(),
        table.description(),
        in.readLong(),
        in.readLong());
  }
}
