package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.engine.TransactionHold.Ticket;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Carries out transactions. All item locks of a transaction are held while it is prepared and
 * committed as one batch, which makes it serializable. A transaction that is held in between gives
 * its locks back and marks its items as ongoing instead, so that it keeps nobody from reading them,
 * from writing others, or from changing the tables. Thread-safe.
 */
final class Transactor {

  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final Writer writer;
  private final Reader reader;
  private final SizeLedger sizes;
  private final TransactionHold hold;
  private final Traffic traffic;
  private final Limits limits;

  Transactor(
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      Writer writer,
      Reader reader,
      SizeLedger sizes,
      TransactionHold hold,
      Traffic traffic,
      Limits limits) {
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.reader = reader;
    this.sizes = sizes;
    this.hold = hold;
    this.traffic = traffic;
    this.limits = limits;
  }

  List<WriteResult> write(List<TransactWrite> elements, Receipt receipt, boolean mayBeHeld) {
    List<ItemReference> items = items(elements);
    Ticket ticket;
    try (Held tables = TableGates.enter(tables(elements));
        Held held = lock(items)) {
      Prepared prepared = prepare(elements, items, conflicts(items));
      ticket = mayBeHeld ? hold.ticket() : null;
      if (ticket == null) {
        return commit(prepared, receipt);
      }
      ongoing.enter(items);
    }
    try {
      ticket.await();
      return commitHeld(elements, items, receipt);
    } finally {
      ongoing.leave(items);
    }
  }

  boolean isHolding() {
    return hold.isHolding();
  }

  /**
   * Prepares once more, because indexes may have come or gone and tables may have been deleted
   * meanwhile. The items are as they were: nobody else could write them.
   */
  private List<WriteResult> commitHeld(
      List<TransactWrite> elements, List<ItemReference> items, Receipt receipt) {
    try (Held tables = TableGates.enter(tables(elements));
        Held held = lock(items)) {
      return commit(prepare(elements, items, noFaults(items.size())), receipt);
    }
  }

  /** The items as they are at one moment at which no transaction on them is going on. */
  List<StoredItem> read(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    List<ItemReference> items = new ArrayList<>(itemKeys.size());
    for (int i = 0; i < itemKeys.size(); i++) {
      items.add(reference(tables.get(i), itemKeys.get(i)));
    }
    List<DynamoDbException> faults = conflicts(items);
    for (int i = 0; i < faults.size(); i++) {
      if (faults.get(i) == null) {
        faults.set(i, reader.refusal(tables.get(i), itemKeys.get(i)));
      }
    }
    checkNoFaults(faults);
    List<StoredItem> found = reader.getAll(tables, itemKeys);
    long bytes = 0;
    for (StoredItem item : found) {
      bytes += item == null ? 0 : item.size();
    }
    checkSize(bytes);
    return found;
  }

  private record Prepared(PendingWrite write, List<WriteResult> results) {}

  /**
   * Evaluates every element, also behind a failed one: the answer reports them all.
   *
   * @param faults what is known to be wrong with elements; null for an element where nothing is
   */
  private Prepared prepare(
      List<TransactWrite> elements, List<ItemReference> items, List<DynamoDbException> faults) {
    PendingWrite write = new PendingWrite(new SizeChanges(), traffic, 2);
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
    checkNoFaults(faults);
    checkSize(bytes);
    return new Prepared(write, results);
  }

  private List<WriteResult> commit(Prepared prepared, Receipt receipt) {
    receipt.addTo(prepared.write().batch());
    writer.commit(prepared.write());
    return prepared.results();
  }

  private static void checkNoFaults(List<DynamoDbException> faults) {
    for (DynamoDbException fault : faults) {
      if (fault != null) {
        throw TransactionErrors.cancelled(faults);
      }
    }
  }

  private void checkSize(long bytes) {
    if (bytes > limits.transactionSize()) {
      throw TransactionErrors.tooLarge(bytes);
    }
  }

  /** A fault for each element whose item is part of another transaction. */
  private List<DynamoDbException> conflicts(List<ItemReference> items) {
    List<DynamoDbException> faults = noFaults(items.size());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) != null && ongoing.contains(items.get(i))) {
        faults.set(i, TransactionErrors.conflict());
      }
    }
    return faults;
  }

  private static List<DynamoDbException> noFaults(int elements) {
    return new ArrayList<>(Collections.nCopies(elements, null));
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

  private Held lock(List<ItemReference> items) {
    return locks.lockAll(items.stream().filter(Objects::nonNull).toList());
  }

  private static Set<Table> tables(List<TransactWrite> elements) {
    Set<Table> tables = new HashSet<>();
    for (TransactWrite element : elements) {
      tables.add(element.table());
    }
    return tables;
  }
}
