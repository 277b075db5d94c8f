package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes the members of a job as it is stored. For one thread. */
record JobOutput(DataOutputStream out) {

  static final int ABSENT = -1;
  static final long NEVER = Long.MIN_VALUE;

  JobOutput bytes(byte[] value) throws IOException {
    out.writeInt(value == null ? ABSENT : value.length);
    out.write(value == null ? new byte[0] : value);
    return this;
  }

  /** A text that may be null. */
  JobOutput text(String value) throws IOException {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** The name of a constant that may be null. */
  JobOutput constant(Enum<?> value) throws IOException {
    return text(value == null ? null : value.name());
  }

  JobOutput number(long value) throws IOException {
    out.writeLong(value);
    return this;
  }

  /** A time that may be null. */
  JobOutput time(Instant value) throws IOException {
    return number(value == null ? NEVER : value.toEpochMilli());
  }

  JobOutput namespace(Namespace value) throws IOException {
    return text(value.account()).text(value.region());
  }

  JobOutput token(ClientToken value) throws IOException {
    return text(value.text()).number(value.content());
  }

  JobOutput location(BucketLocation value) throws IOException {
    return text(value.bucket()).text(value.owner()).text(value.prefix());
  }

  JobOutput progress(Progress value) throws IOException {
    return constant(value.status())
        .time(value.start())
        .time(value.end())
        .text(value.failureCode())
        .text(value.failureMessage());
  }
}
