package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Backups as they are stored: a version, then every member, the table as the catalogue stores it. A
 * member that is added later goes to the end under a new version.
 */
final class BackupCodec {

  private static final int VERSION = 1;

  private BackupCodec() {}

  static byte[] key(Backup backup) {
    return backup.id().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] encode(Backup backup) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
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
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Backup decode(byte[] value) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("its version is " + version + ", this emulator knows " + VERSION);
      }
      return read(in);
    } catch (IOException | IllegalArgumentException broken) {
      throw new StorageException("A backup is unreadable: " + broken.getMessage(), broken);
    }
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
