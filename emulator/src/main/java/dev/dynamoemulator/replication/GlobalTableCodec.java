package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.table.TableClass;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Global tables as they are stored, by their ids. */
final class GlobalTableCodec {

  private static final VersionedForm<GlobalTable> FORM =
      new VersionedForm<>(
          "The description of a global table", 2, GlobalTableCodec::write, GlobalTableCodec::read);

  /** Stands for a number or a time that there is not. */
  private static final long NONE = Long.MIN_VALUE;

  private GlobalTableCodec() {}

  static byte[] key(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] encode(GlobalTable table) {
    return FORM.encode(table);
  }

  private static void write(GlobalTable table, DataOutputStream out) throws IOException {
    out.writeUTF(table.id());
    out.writeUTF(table.name());
    out.writeUTF(table.version().name());
    out.writeUTF(table.consistency().name());
    out.writeLong(table.created().toEpochMilli());
    out.writeInt(table.replicas().size());
    for (Replica replica : table.replicas()) {
      out.writeUTF(replica.namespace().account());
      out.writeUTF(replica.region());
      out.writeUTF(replica.status().name());
      writeOverrides(replica.overrides(), out);
      out.writeLong(replica.seeded() == null ? NONE : replica.seeded().toEpochMilli());
    }
    out.writeBoolean(table.witness() != null);
    if (table.witness() != null) {
      out.writeUTF(table.witness().region());
      out.writeUTF(table.witness().status().name());
    }
  }

  private static void writeOverrides(ReplicaOverrides overrides, DataOutputStream out)
      throws IOException {
    writeText(overrides.keyId(), out);
    writeNumber(overrides.readUnits(), out);
    writeNumber(overrides.maxReadUnits(), out);
    writeText(overrides.tableClass() == null ? null : overrides.tableClass().name(), out);
    out.writeInt(overrides.indexes().size());
    for (ReplicaOverrides.OfIndex index : overrides.indexes()) {
      out.writeUTF(index.indexName());
      writeNumber(index.readUnits(), out);
      writeNumber(index.maxReadUnits(), out);
    }
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static void writeNumber(Long number, DataOutputStream out) throws IOException {
    out.writeLong(number == null ? NONE : number);
  }

  static GlobalTable decode(byte[] value) {
    return FORM.decode(value);
  }

  private static GlobalTable read(DataInputStream in) throws IOException {
    return new GlobalTable(
        in.readUTF(),
        in.readUTF(),
        GlobalTableVersion.valueOf(in.readUTF()),
        Consistency.valueOf(in.readUTF()),
        Instant.ofEpochMilli(in.readLong()),
        readReplicas(in),
        in.readBoolean() ? new Witness(in.readUTF(), ReplicaStatus.valueOf(in.readUTF())) : null);
  }

  private static List<Replica> readReplicas(DataInputStream in) throws IOException {
    List<Replica> replicas = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Namespace namespace = new Namespace(in.readUTF(), in.readUTF());
      ReplicaStatus status = ReplicaStatus.valueOf(in.readUTF());
      ReplicaOverrides overrides = readOverrides(in);
      Long seeded = readNumber(in);
      replicas.add(
          new Replica(
              namespace, status, overrides, seeded == null ? null : Instant.ofEpochMilli(seeded)));
    }
    return replicas;
  }

  private static ReplicaOverrides readOverrides(DataInputStream in) throws IOException {
    String keyId = readText(in);
    Long readUnits = readNumber(in);
    Long maxReadUnits = readNumber(in);
    String tableClass = readText(in);
    List<ReplicaOverrides.OfIndex> indexes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      indexes.add(new ReplicaOverrides.OfIndex(in.readUTF(), readNumber(in), readNumber(in)));
    }
    return new ReplicaOverrides(
        keyId,
        readUnits,
        maxReadUnits,
        tableClass == null ? null : TableClass.valueOf(tableClass),
        indexes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static Long readNumber(DataInputStream in) throws IOException {
    long number = in.readLong();
    return number == NONE ? null : number;
  }
}
