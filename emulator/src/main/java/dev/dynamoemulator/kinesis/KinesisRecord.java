package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.storage.VersionedForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * A record on its way to a stream.
 *
 * @param created to the millisecond
 * @param partitionKey the same for all records of an item
 * @param data JSON in UTF-8; must not be changed
 */
record KinesisRecord(Instant created, String streamArn, String partitionKey, byte[] data) {

  private static final VersionedForm<KinesisRecord> FORM =
      new VersionedForm<>("A Kinesis record", 1, KinesisRecord::write, KinesisRecord::read);

  int size() {
    return data.length + partitionKey.length();
  }

  /** As it waits in the outbox. */
  byte[] encoded() {
    return FORM.encode(this);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(created.toEpochMilli());
    out.writeUTF(streamArn);
    out.writeUTF(partitionKey);
    out.writeInt(data.length);
    out.write(data);
  }

  static KinesisRecord decode(byte[] value) {
    return FORM.decode(value);
  }

  private static KinesisRecord read(DataInputStream in) throws IOException {
    return new KinesisRecord(
        Instant.ofEpochMilli(in.readLong()),
        in.readUTF(),
        in.readUTF(),
        in.readNBytes(in.readInt()));
  }
}
