package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link JobOutput} wrote. For one thread. */
record JobInput(DataInputStream in) {

  byte[] bytes() throws IOException {
    int length = in.readInt();
    return length == JobOutput.ABSENT ? null : in.readNBytes(length);
  }

  String text() throws IOException {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    String name = text();
    return name == null ? null : Enum.valueOf(type, name);
  }

  long number() throws IOException {
    return in.readLong();
  }

  Instant time() throws IOException {
    long millis = number();
    return millis == JobOutput.NEVER ? null : Instant.ofEpochMilli(millis);
  }

  Namespace namespace() throws IOException {
    return new Namespace(text(), text());
  }

  ClientToken token() throws IOException {
    return new ClientToken(text(), number());
  }

  BucketLocation location() throws IOException {
    return new BucketLocation(text(), text(), text());
  }

  Progress progress() throws IOException {
    return new Progress(constant(TransferStatus.class), time(), time(), text(), text());
  }
}
