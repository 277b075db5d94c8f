package dev.dynamoemulator.scaling;

import dev.dynamoemulator.storage.VersionedForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings as they are stored. */
final class ScalingCodec {

  private static final VersionedForm<TableScaling> FORM =
      new VersionedForm<>(
          "The auto scaling of a table", 1, ScalingCodec::write, ScalingCodec::scaling);

  /** Writes or reads one value. */
  @FunctionalInterface
  private interface Writer<T> {
    void write(T value) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read() throws IOException;
  }

  private ScalingCodec() {}

  static byte[] encode(TableScaling scaling) {
    return FORM.encode(scaling);
  }

  private static void write(TableScaling scaling, DataOutputStream out) throws IOException {
    write(scaling.table(), out);
    out.writeInt(scaling.indexes().size());
    for (Map.Entry<String, TableScaling.Pair> index : scaling.indexes().entrySet()) {
      out.writeUTF(index.getKey());
      write(index.getValue(), out);
    }
  }

  private static void write(TableScaling.Pair pair, DataOutputStream out) throws IOException {
    write(pair.read(), out);
    write(pair.write(), out);
  }

  private static void write(ScalingSettings settings, DataOutputStream out) throws IOException {
    optional(settings.minimumUnits(), out, out::writeLong);
    optional(settings.maximumUnits(), out, out::writeLong);
    optional(settings.isDisabled(), out, out::writeBoolean);
    optional(settings.roleArn(), out, out::writeUTF);
    out.writeInt(settings.policies().size());
    for (ScalingPolicy policy : settings.policies()) {
      out.writeUTF(policy.name());
      optional(policy.disablesScaleIn(), out, out::writeBoolean);
      optional(policy.scaleInCooldown(), out, out::writeInt);
      optional(policy.scaleOutCooldown(), out, out::writeInt);
      out.writeDouble(policy.targetValue());
    }
  }

  private static <T> void optional(T value, DataOutputStream out, Writer<T> writer)
      throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      writer.write(value);
    }
  }

  static TableScaling decode(byte[] value) {
    return FORM.decode(value);
  }

  private static TableScaling scaling(DataInputStream in) throws IOException {
    TableScaling.Pair table = pair(in);
    Map<String, TableScaling.Pair> indexes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      indexes.put(in.readUTF(), pair(in));
    }
    return new TableScaling(table, indexes);
  }

  private static TableScaling.Pair pair(DataInputStream in) throws IOException {
    return new TableScaling.Pair(settings(in), settings(in));
  }

  private static ScalingSettings settings(DataInputStream in) throws IOException {
    return new ScalingSettings(
        optional(in, in::readLong),
        optional(in, in::readLong),
        optional(in, in::readBoolean),
        optional(in, in::readUTF),
        policies(in));
  }

  private static List<ScalingPolicy> policies(DataInputStream in) throws IOException {
    List<ScalingPolicy> policies = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      policies.add(
          new ScalingPolicy(
              in.readUTF(),
              optional(in, in::readBoolean),
              optional(in, in::readInt),
              optional(in, in::readInt),
              in.readDouble()));
    }
    return policies;
  }

  private static <T> T optional(DataInputStream in, Reader<T> reader) throws IOException {
    return in.readBoolean() ? reader.read() : null;
  }
}
