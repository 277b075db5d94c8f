package dev.dynamoemulator.scaling;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The auto scaling settings of all tables of a store. They go with their table. Thread-safe. */
public final class AutoScaling implements TableObserver {

  private static final String COLLECTION = "auto-scaling";

  private final Storage storage;

  private AutoScaling(Storage storage) {
    this.storage = storage;
  }

  /** Opens the settings of a store and follows its tables. */
  public static AutoScaling open(Catalogue catalogue, Storage storage) {
    AutoScaling opened = new AutoScaling(storage);
    catalogue.observe(opened);
    return opened;
  }

  public TableScaling of(Table table) {
    byte[] stored = storage.get(COLLECTION, key(table));
    return stored == null ? TableScaling.OFF : ScalingCodec.decode(stored);
  }

  /** Replaces a table's settings by what the change makes of them. */
  public synchronized void change(Table table, UnaryOperator<TableScaling> change) {
    byte[] changed = ScalingCodec.encode(change.apply(of(table)));
    storage.commit(new WriteBatch().put(COLLECTION, key(table), changed));
  }

  private static byte[] key(Table table) {
    return table.description().id().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after == null) {
      batch.remove(COLLECTION, key(table));
    }
  }
}
