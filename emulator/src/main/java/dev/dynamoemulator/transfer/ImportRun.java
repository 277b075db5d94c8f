package dev.dynamoemulator.transfer;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.TableLoad;
import dev.dynamoemulator.engine.WriteErrors;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.StoredObject;
import dev.dynamoemulator.transfer.format.ReadItem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the objects of an import into its table, in steps. Thread-safe, as it may be closed while a
 * step is taken.
 */
final class ImportRun {

  private static final int ITEMS_PER_STEP = 10_000;

  private final Import job;
  private final Table table;
  private final Jobs<Import> jobs;
  private final TableLoad load;
  private final Buckets buckets;
  private final int itemSize;
  private final ImportLog log;
  private final Map<String, AttributeType> keyTypes = new HashMap<>();
  private Iterator<StoredObject> objects;
  private OpenObject object;
  private volatile long sourceBytes;

  /** Items of the first object that an earlier process has read. */
  private long knownItems;

  private long closedObjects;
  private long closedBytes;
  private long itemsOfObject;
  private long items;
  private long imported;
  private long errors;

  /**
   * @param job goes on where it was when it was stored last, with its items
   * @param itemSize the largest item in bytes
   */
  ImportRun(
      Import job, Table table, Engine engine, Jobs<Import> jobs, Buckets buckets, int itemSize) {
    this.job = job;
    this.table = table;
    this.jobs = jobs;
    this.load = engine.load(table, this::addProgress);
    this.buckets = buckets;
    this.itemSize = itemSize;
    this.log = new ImportLog(job);
    for (KeyAttribute attribute : job.table().attributeDefinitions()) {
      keyTypes.put(attribute.name(), attribute.type());
    }
    closedObjects = job.position().objects();
    closedBytes = job.position().bytes();
    knownItems = job.position().items();
    items = job.counts().items();
    imported = job.counts().imported();
    errors = job.counts().errors();
  }

  Import job() {
    return job;
  }

  Table table() {
    return table;
  }

  private Runnable addProgress(WriteBatch batch) {
    Import stored = present();
    jobs.write(batch, stored);
    return () -> jobs.show(stored);
  }

  synchronized ImportCounts counts() {
    long open = object == null ? 0 : object.bytes();
    return new ImportCounts(closedBytes + open, items, imported, errors);
  }

  /** The job as far as it has come. */
  synchronized Import present() {
    return job.at(new ImportPosition(closedObjects, itemsOfObject, closedBytes), counts());
  }

  /**
   * Looks what there is to read, unless that is known.
   *
   * @param check of all of it
   */
  synchronized void open(Consumer<List<StoredObject>> check) {
    if (objects == null) {
      List<StoredObject> found =
          buckets.list(job.request().bucket(), job.request().source().keyPrefix()).stream()
              .filter(listed -> !listed.isFolder())
              .toList();
      check.accept(found);
      sourceBytes = found.stream().mapToLong(StoredObject::size).sum();
      objects = found.stream().skip(closedObjects).iterator();
    }
  }

  /** Of all objects, packed as they are; 0 while they are not known. */
  long sourceBytes() {
    return sourceBytes;
  }

  /**
   * Reads on for a while, once it is open.
   *
   * @param isAlone whether what has been read may take memory until the next step
   * @return true when everything is read and written
   */
  synchronized boolean step(boolean isAlone) {
    for (int i = 0; i < ITEMS_PER_STEP && hasObject(); i++) {
      readItem();
    }
    boolean isDone = !hasObject();
    if (isDone || !isAlone) {
      load.flush();
    }
    return isDone;
  }

  /** Whether there is an object to read, which is open then. */
  private boolean hasObject() {
    if (object == null && objects.hasNext()) {
      object = OpenObject.of(buckets, job.request(), objects.next().key());
    }
    return object != null;
  }

  private void readItem() {
    ReadItem read;
    try {
      read = object.next(job.request(), keyTypes);
    } catch (IOException unreadable) {
      count(unreadable.getMessage());
      closeObject();
      return;
    }
    if (read == null) {
      closeObject();
      return;
    }
    if (object.index() >= knownItems) {
      count(read.fault() == null ? write(read.item()) : read.fault());
    }
    itemsOfObject = object.index() + 1;
  }

  /**
   * @param fault null for an item that was written
   */
  private void count(String fault) {
    items++;
    if (fault == null) {
      imported++;
    } else {
      errors++;
      log.add(object.key(), object.index(), fault);
    }
  }

  /** What is wrong with the item; null when it was written. */
  private String write(Item item) {
    try {
      check(item);
    } catch (DynamoDbException fault) {
      return fault.getMessage();
    }
    load.put(StoredItem.of(item));
    return null;
  }

  /** What PutItem would check (items.md §1.1). */
  private void check(Item item) {
    if (item.size() > itemSize) {
      throw WriteErrors.itemTooLarge();
    }
    KeyRules.checkItem(table.schema().key(), item);
    KeyRules.checkIndexKeys(table.schema(), item);
  }

  private void closeObject() {
    closedObjects++;
    closedBytes += object.bytes();
    itemsOfObject = 0;
    knownItems = 0;
    object.close();
    object = null;
  }

  synchronized void close() {
    if (object != null) {
      closeObject();
    }
  }
}
