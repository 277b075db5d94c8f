package dev.dynamoemulator.storage;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A store in memory whose snapshots are plain copies. Thread-safe; for tests only. */
public final class MemoryStorage implements Storage {

  private final Map<String, NavigableMap<byte[], byte[]>> collections = new TreeMap<>();

  @Override
  public synchronized byte[] get(String collection, byte[] key) {
    return entries(collection).get(key);
  }

  @Override
  public synchronized Snapshot snapshot() {
    Map<String, NavigableMap<byte[], byte[]>> copies = new TreeMap<>();
    collections.forEach((name, entries) -> copies.put(name, new TreeMap<>(entries)));
    return new Copy(copies);
  }

  @Override
  public synchronized void commit(WriteBatch batch) {
    for (WriteBatch.Change change : batch.changes()) {
      NavigableMap<byte[], byte[]> entries =
          collections.computeIfAbsent(change.collection(), unused -> emptyEntries());
      if (change.value() == null) {
        entries.remove(change.key());
      } else {
        entries.put(change.key(), change.value());
      }
    }
  }

  @Override
  public synchronized void drop(String collection) {
    collections.remove(collection);
  }

  @Override
  public synchronized long count(String collection) {
    return entries(collection).size();
  }

  @Override
  public synchronized Set<String> collections() {
    Set<String> names = new TreeSet<>(collections.keySet());
    names.removeIf(name -> entries(name).isEmpty());
    return names;
  }

  @Override
  public void close() {}

  private NavigableMap<byte[], byte[]> entries(String collection) {
    return collections.getOrDefault(collection, emptyEntries());
  }

  private static NavigableMap<byte[], byte[]> emptyEntries() {
    return new TreeMap<>(Arrays::compareUnsigned);
  }

  private record Copy(Map<String, NavigableMap<byte[], byte[]>> collections) implements Snapshot {

    @Override
    public byte[] get(String collection, byte[] key) {
      return collections.getOrDefault(collection, emptyEntries()).get(key);
    }

    @Override
    public EntryCursor range(String collection, byte[] from, byte[] to, boolean descending) {
      NavigableMap<byte[], byte[]> range = collections.getOrDefault(collection, emptyEntries());
      if (from != null) {
        range = range.tailMap(from, true);
      }
      if (to != null) {
        range = range.headMap(to, false);
      }
      return new Cursor((descending ? range.descendingMap() : range).entrySet().iterator());
    }

    @Override
    public void close() {}
  }

  private static final class Cursor implements EntryCursor {

    private final Iterator<Map.Entry<byte[], byte[]>> entries;
    private Map.Entry<byte[], byte[]> current;

    Cursor(Iterator<Map.Entry<byte[], byte[]>> entries) {
      this.entries = entries;
    }

    @Override
    public boolean next() {
      current = entries.hasNext() ? entries.next() : null;
      return current != null;
    }

    @Override
    public byte[] key() {
      return current.getKey();
    }

    @Override
    public byte[] value() {
      return current.getValue();
    }
  }
}
