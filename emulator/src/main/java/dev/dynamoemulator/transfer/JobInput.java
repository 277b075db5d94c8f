package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link JobOutput} wrote. For one thread. */
final class JobInput {

  private final DataInputStream in;

  JobInput(byte[] value) {
    this.in = new DataInputStream(new ByteArrayInputStream(value));
    long version = number();
    if (version != JobOutput.VERSION) {
      throw unreadable(
          new IOException(
              "its version is " + version + ", this emulator knows " + JobOutput.VERSION));
    }
  }

  private static StorageException unreadable(IOException broken) {
    return new StorageException(
        "An export or import is unreadable: " + broken.getMessage(), broken);
  }

  byte[] bytes() {
    try {
      int length = in.readInt();
      return length == JobOutput.ABSENT ? null : in.readNBytes(length);
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  String text() {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  long number() {
    try {
      return in.readLong();
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  Instant time() {
    long millis = number();
    return millis == JobOutput.NEVER ? null : Instant.ofEpochMilli(millis);
  }

  Namespace namespace() {
    return new Namespace(text(), text());
  }

  ClientToken token() {
    return new ClientToken(text(), number());
  }

  BucketLocation location() {
    return new BucketLocation(text(), text(), text());
  }

  Progress progress() {
    return new Progress(TransferStatus.valueOf(text()), time(), time(), text(), text());
  }
}
