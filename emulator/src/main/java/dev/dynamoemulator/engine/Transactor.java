package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * Carries out transactions. All item locks of a transaction are held while it is prepared and
 * committed as one batch, which makes it serializable; a held transaction gives them back in
 * between and marks its items as ongoing instead. Thread-safe.
 */
final class Transactor {

  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final Writer writer;
  private final Reader reader;
  private final SizeLedger sizes;
  private final TransactionHold hold;
  private final Limits limits;

  Transactor(
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      Writer writer,
      Reader reader,
      SizeLedger sizes,
      TransactionHold hold,
      Limits limits) {
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.reader = reader;
    this.sizes = sizes;
    this.hold = hold;
    this.limits = limits;
  }

  List<WriteResult> write(List<TransactWrite> elements) {
    List<Lock> gates = lockGates(elements);
    try {
      if (elements.stream().anyMatch(element -> element.table().isDropped())) {
        throw WriteErrors.tableNotFound();
      }
      List<ItemReference> items = items(elements);
      Prepared prepared;
      try (Held held = locks.lockAll(items.stream().filter(Objects::nonNull).toList())) {
        prepared = prepare(elements, items);
        if (!hold.isOn()) {
          writer.commit(prepared.write());
          return prepared.results();
        }
        ongoing.enter(items);
      }
      try {
        hold.await();
      } finally {
        try (Held held = locks.lockAll(items)) {
          writer.commit(prepared.write());
          ongoing.leave(items);
        }
      }
      return prepared.results();
    } finally {
      gates.forEach(Lock::unlock);
    }
  }

  /** The items as they are at one moment at which no transaction on them is going on. */
  List<StoredItem> read(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    List<ItemReference> items = new ArrayList<>(itemKeys.size());
    for (int i = 0; i < itemKeys.size(); i++) {
      items.add(reference(tables.get(i), itemKeys.get(i)));
    }
    List<DynamoDbException> conflicts = conflicts(items);
    if (conflicts.stream().anyMatch(Objects::nonNull)) {
      throw TransactionErrors.cancelled(conflicts);
    }
    List<StoredItem> found = reader.getAll(tables, itemKeys);
    long bytes = 0;
    for (StoredItem item : found) {
      bytes += item == null ? 0 : item.size();
    }
    checkSize(bytes);
    return found;
  }

  private record Prepared(PendingWrite write, List<WriteResult> results) {}

  /** Evaluates every element, also behind a failed one: the answer reports them all. */
  private Prepared prepare(List<TransactWrite> elements, List<ItemReference> items) {
    List<DynamoDbException> faults = conflicts(items);
    PendingWrite write = new PendingWrite(new SizeChanges());
    List<WriteResult> results = new ArrayList<>(elements.size());
    long bytes = 0;
    for (int i = 0; i < elements.size(); i++) {
      TransactWrite element = elements.get(i);
      if (element.fault() != null) {
        faults.set(i, element.fault());
      } else if (faults.get(i) == null) {
        sizes.open(element.table().schema());
        try {
          WriteResult result =
              writer.prepare(write, element.table(), items.get(i).itemKey(), element.action());
          bytes += result.largerSize();
          results.add(result);
        } catch (DynamoDbException fault) {
          faults.set(i, fault);
        }
      }
    }
    if (faults.stream().anyMatch(Objects::nonNull)) {
      throw TransactionErrors.cancelled(faults);
    }
    checkSize(bytes);
    return new Prepared(write, results);
  }

  private void checkSize(long bytes) {
    if (bytes > limits.transactionSize()) {
      throw TransactionErrors.tooLarge();
    }
  }

  private List<DynamoDbException> conflicts(List<ItemReference> items) {
    List<DynamoDbException> faults = new ArrayList<>(items.size());
    for (ItemReference item : items) {
      faults.add(item != null && ongoing.contains(item) ? TransactionErrors.conflict() : null);
    }
    return faults;
  }

  /** Fails when two keys name one item; a null key, which is at fault itself, names none. */
  void checkDistinct(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    Set<ItemReference> seen = new HashSet<>();
    for (int i = 0; i < itemKeys.size(); i++) {
      if (itemKeys.get(i) != null && !seen.add(reference(tables.get(i), itemKeys.get(i)))) {
        throw TransactionErrors.duplicateItem();
      }
    }
  }

  /** The items of the elements; null for one that cannot be named because its key is at fault. */
  private List<ItemReference> items(List<TransactWrite> elements) {
    List<ItemReference> items = new ArrayList<>(elements.size());
    for (TransactWrite element : elements) {
      items.add(
          element.fault() == null
              ? reference(element.table().schema(), element.action().key())
              : null);
    }
    return items;
  }

  private ItemReference reference(TableSchema table, Attributes key) {
    return new ItemReference(table.collection(), keys.itemKey(table.key(), key));
  }

  /** Locks in one order for all transactions, so that a waiting table change cannot tie them up. */
  private static List<Lock> lockGates(List<TransactWrite> elements) {
    List<Lock> gates =
        elements.stream()
            .map(TransactWrite::table)
            .distinct()
            .sorted(Comparator.comparing(table -> table.schema().collection()))
            .map(table -> table.gate().readLock())
            .toList();
    gates.forEach(Lock::lock);
    return gates;
  }
}
