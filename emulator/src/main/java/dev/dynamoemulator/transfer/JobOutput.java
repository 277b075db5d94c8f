package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the members of a job as it is stored. For one thread. */
final class JobOutput {

  static final int VERSION = 1;
  static final int ABSENT = -1;
  static final long NEVER = Long.MIN_VALUE;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  JobOutput() {
    number(VERSION);
  }

  JobOutput bytes(byte[] value) {
    try {
      out.writeInt(value == null ? ABSENT : value.length);
      out.write(value == null ? new byte[0] : value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** A text that may be null. */
  JobOutput text(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  JobOutput number(long value) {
    try {
      out.writeLong(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** A time that may be null. */
  JobOutput time(Instant value) {
    return number(value == null ? NEVER : value.toEpochMilli());
  }

  JobOutput namespace(Namespace value) {
    return text(value.account()).text(value.region());
  }

  JobOutput token(ClientToken value) {
    return text(value.text()).number(value.content());
  }

  JobOutput location(BucketLocation value) {
    return text(value.bucket()).text(value.owner()).text(value.prefix());
  }

  JobOutput progress(Progress value) {
    return text(value.status().name())
        .time(value.start())
        .time(value.end())
        .text(value.failureCode())
        .text(value.failureMessage());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
