package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.table.IndexSchema;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The capacity units that a request used on one table and its indexes (items.md §5). Added up while
 * the request runs; for one thread.
 */
public final class ConsumedCapacity {

  static final int READ_UNIT_BYTES = 4096;
  private static final int WRITE_UNIT_BYTES = 1024;
  private static final long LEAST_VECTOR_BYTES = 1024;

  private double table;
  private Map<String, Double> localIndexes = Map.of();
  private Map<String, Double> globalIndexes = Map.of();
  private Map<String, Long> vectorIndexes = Map.of();

  /** Units of a read of so many bytes, at least one unit; half of it when eventually consistent. */
  public static double readUnits(long bytes, boolean isConsistent) {
    long units = Math.max(1, (bytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
    return isConsistent ? units : units / 2.0;
  }

  /** Units of a read in a transaction; null stands for a missing item. */
  public static double transactionalReadUnits(StoredItem item) {
    return 2 * readUnits(item == null ? 0 : item.size(), true);
  }

  /** Units of a write of so many bytes, at least one. */
  public static long writeUnits(int bytes) {
    return Math.max(1, (bytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES);
  }

  public void addTable(double units) {
    table += units;
  }

  public void addIndex(IndexSchema index, double units) {
    if (index.isGlobal()) {
      addGlobalIndex(index.name(), units);
    } else {
      addLocalIndex(index.name(), units);
    }
  }

  public void add(ConsumedCapacity other) {
    table += other.table;
    other.localIndexes.forEach(this::addLocalIndex);
    other.globalIndexes.forEach(this::addGlobalIndex);
    other.vectorIndexes.forEach(this::addVectorBytes);
  }

  private void addLocalIndex(String name, double units) {
    localIndexes = localIndexes.isEmpty() ? new TreeMap<>() : localIndexes;
    localIndexes.merge(name, units, Double::sum);
  }

  private void addGlobalIndex(String name, double units) {
    globalIndexes = globalIndexes.isEmpty() ? new TreeMap<>() : globalIndexes;
    globalIndexes.merge(name, units, Double::sum);
  }

  /** Adds the bytes of an entry that is written to or taken from a vector index. */
  void addVectorIndex(String name, int bytes) {
    addVectorBytes(name, vectorBytes(bytes));
  }

  private void addVectorBytes(String name, long bytes) {
    vectorIndexes = vectorIndexes.isEmpty() ? new TreeMap<>() : vectorIndexes;
    vectorIndexes.merge(name, bytes, Long::sum);
  }

  /** What is counted of so many bytes of a vector index (vector-search.md §5). */
  public static long vectorBytes(long bytes) {
    return Math.max(LEAST_VECTOR_BYTES, bytes);
  }

  /**
   * Adds what a write of a transaction uses: twice the units of the table, once those of indexes.
   */
  public void addTransactional(ConsumedCapacity write) {
    add(write);
    table += write.table;
  }

  /** The units of table and secondary indexes together; vector indexes have none. */
  public double total() {
    return table + sum(localIndexes) + sum(globalIndexes);
  }

  public double table() {
    return table;
  }

  /** Units by the names of the local indexes that were touched. */
  public Map<String, Double> localIndexes() {
    return Collections.unmodifiableMap(localIndexes);
  }

  /** Units by the names of the global indexes that were touched. */
  public Map<String, Double> globalIndexes() {
    return Collections.unmodifiableMap(globalIndexes);
  }

  /** Bytes by the names of the vector indexes that were written to. */
  public Map<String, Long> vectorIndexes() {
    return Collections.unmodifiableMap(vectorIndexes);
  }

  private static double sum(Map<String, Double> units) {
    double sum = 0;
    for (double value : units.values()) {
      sum += value;
    }
    return sum;
  }
}
