package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Tables as the catalogue and the backups store them: a version, then every member in the order of
 * the record. A member that is added later goes to the end under a new version.
 */
public final class TableCodec {

  private static final int VERSION = 4;

  private TableCodec() {}

  /** Where the catalogue keeps the table: account, region and name. */
  static byte[] key(Table table) {
    Namespace namespace = table.namespace();
    return String.join("/", namespace.account(), namespace.region(), table.name())
        .getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] encode(Namespace namespace, TableDescription table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TableEncoder out = new TableEncoder(new DataOutputStream(bytes));
      out.version(VERSION);
      out.namespace(namespace);
      out.table(table);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads a description with its account and region. */
  public static Table decode(byte[] value) {
    try {
      TableDecoder in = new TableDecoder(new DataInputStream(new ByteArrayInputStream(value)));
      in.version(VERSION);
      return new Table(in.namespace(), in.table());
    } catch (IOException | IllegalArgumentException broken) {
      throw new StorageException("The description of a table in the store is damaged", broken);
    }
  }
}
