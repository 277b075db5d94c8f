package dev.dynamoemulator.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How one kind of value is stored: a version, then every member in a fixed order. A member that is
 * added later goes to the end under a new version. Immutable.
 *
 * @param subject what it is, to begin the message about one that is broken
 */
public record VersionedForm<T>(String subject, int version, Writer<T> writer, Reader<T> reader) {

  /** Writes the members. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads the members in the order in which they were written. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  public byte[] encode(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeByte(version);
      writer.write(value, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws StorageException when the bytes are of another version, or make no sense
   */
  public T decode(byte[] value) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
    try {
      int found = in.readByte();
      if (found != version) {
        throw new IOException("its version is " + found + ", this emulator knows " + version);
      }
      return reader.read(in);
    } catch (EOFException early) {
      throw unreadable("it ends too early", early);
    } catch (IOException | IllegalArgumentException broken) {
      throw unreadable(broken.getMessage(), broken);
    }
  }

  private StorageException unreadable(String reason, Exception cause) {
    return new StorageException(subject + " is unreadable: " + reason, cause);
  }
}
