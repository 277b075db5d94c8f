package dev.dynamoemulator.stream;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.StreamViewType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of streams as they are stored. */
final class StreamCodec {

  private static final VersionedForm<StreamDescription> FORM =
      new VersionedForm<>("The description of a stream", 1, StreamCodec::write, StreamCodec::read);

  /** Stands for a point in time that there is not. */
  private static final long NEVER = Long.MIN_VALUE;

  private StreamCodec() {}

  static byte[] encode(StreamDescription stream) {
    return FORM.encode(stream);
  }

  private static void write(StreamDescription stream, DataOutputStream out) throws IOException {
    out.writeUTF(stream.name().namespace().account());
    out.writeUTF(stream.name().namespace().region());
    out.writeUTF(stream.name().tableName());
    out.writeUTF(stream.name().label());
    out.writeLong(stream.nonce());
    writeKey(stream.key().partitionKey(), out);
    writeKey(stream.key().sortKey(), out);
    out.writeUTF(stream.viewType().name());
    out.writeUTF(stream.status().name());
    writeTime(stream.created(), out);
    writeTime(stream.disabled(), out);
    out.writeInt(stream.shards().size());
    for (Shard shard : stream.shards()) {
      writeShard(shard, out);
    }
  }

  private static void writeKey(List<KeyAttribute> key, DataOutputStream out) throws IOException {
    out.writeByte(key.size());
    for (KeyAttribute attribute : key) {
      out.writeUTF(attribute.name());
      out.writeUTF(attribute.type().name());
    }
  }

  private static void writeShard(Shard shard, DataOutputStream out) throws IOException {
    out.writeUTF(shard.id());
    out.writeBoolean(shard.parentId() != null);
    if (shard.parentId() != null) {
      out.writeUTF(shard.parentId());
    }
    out.writeInt(shard.generation());
    out.writeLong(shard.fromHash());
    out.writeLong(shard.toHash());
    out.writeLong(shard.firstCounter());
    out.writeLong(shard.lastCounter());
    writeTime(shard.closed(), out);
    out.writeLong(shard.trimmedCounter());
  }

  private static void writeTime(Instant time, DataOutputStream out) throws IOException {
    out.writeLong(time == null ? NEVER : time.toEpochMilli());
  }

  static StreamDescription decode(byte[] value) {
    return FORM.decode(value);
  }

  private static StreamDescription read(DataInputStream in) throws IOException {
    return new StreamDescription(
        new StreamName(new Namespace(in.readUTF(), in.readUTF()), in.readUTF(), in.readUTF()),
        in.readLong(),
        new KeySchema(readKey(in), readKey(in)),
        StreamViewType.valueOf(in.readUTF()),
        StreamStatus.valueOf(in.readUTF()),
        readTime(in),
        readTime(in),
        readShards(in));
  }

  private static List<KeyAttribute> readKey(DataInputStream in) throws IOException {
    List<KeyAttribute> key = new ArrayList<>();
    for (int left = in.readByte(); left > 0; left--) {
      key.add(new KeyAttribute(in.readUTF(), AttributeType.valueOf(in.readUTF())));
    }
    return key;
  }

  private static List<Shard> readShards(DataInputStream in) throws IOException {
    List<Shard> shards = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      shards.add(
          new Shard(
              in.readUTF(),
              in.readBoolean() ? in.readUTF() : null,
              in.readInt(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              readTime(in),
              in.readLong()));
    }
    return shards;
  }

  private static Instant readTime(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
