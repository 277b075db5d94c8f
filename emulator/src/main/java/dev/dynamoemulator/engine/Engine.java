package dev.dynamoemulator.engine;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.expression.SearchConditions;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.IndexBuilder;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.TableStatistics;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.traffic.Traffic;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the items of tables. What it is given has passed the request and table checks;
 * it evaluates conditions and updates and keeps items, indexes and sizes together. Thread-safe.
 */
public final class Engine {

  private final KeyCodec keys = new KeyCodec();
  private final Reader reader;
  private final Writer writer;
  private final BatchWriter batchWriter;
  private final Backfill backfill;
  private final SizeLedger sizes;
  private final Storage storage;
  private final ScanRange scanRange = new ScanRange(keys);
  private final VectorSearch vectorSearch;
  private final Transactor transactor;
  private final ReplicaWriter replicaWriter;
  private final Mirrors mirrors;
  private final ChangeLog changeLog;
  private final TransactionHold transactionHold;

  /**
   * @param changeLog takes the changes of the tables that it follows
   * @param transactionHold holds transactions between prepare and commit when asked to
   */
  public Engine(
      Storage storage, ChangeLog changeLog, TransactionHold transactionHold, Limits limits) {
    this(storage, changeLog, Mirrors.NONE, Traffic.NONE, transactionHold, limits);
  }

  /**
   * @param changeLog takes the changes of the tables that it follows
   * @param mirrors knows which tables are written together
   * @param traffic measures the use of tables and indexes, and may refuse it
   * @param transactionHold holds transactions between prepare and commit when asked to
   */
  public Engine(
      Storage storage,
      ChangeLog changeLog,
      Mirrors mirrors,
      Traffic traffic,
      TransactionHold transactionHold,
      Limits limits) {
    ItemLocks locks = new ItemLocks();
    OngoingTransactions ongoing = new OngoingTransactions();
    this.sizes = new SizeLedger(storage);
    this.reader = new Reader(storage, keys, traffic, limits);
    this.writer = new Writer(storage, keys, locks, ongoing, sizes, changeLog, traffic, limits);
    this.batchWriter = new BatchWriter(keys, locks, ongoing, writer, sizes, traffic, mirrors);
    this.replicaWriter = new ReplicaWriter(locks, ongoing, writer, sizes);
    this.backfill = new Backfill(storage, keys, locks, sizes);
    this.vectorSearch = new VectorSearch(storage, keys);
    this.transactor =
        new Transactor(
            keys, locks, ongoing, writer, reader, sizes, transactionHold, traffic, limits);
    this.transactionHold = transactionHold;
    this.mirrors = mirrors;
    this.changeLog = changeLog;
    this.storage = storage;
  }

  /** The item with the key attributes that {@code key} holds, or null. */
  public StoredItem get(TableSchema table, Attributes key) {
    return reader.get(table, key);
  }

  /**
   * The same for a request that asks for the item, which uses capacity of the table.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no capacity left
   */
  public StoredItem get(TableSchema table, Attributes key, boolean isConsistent) {
    return reader.get(table, key, isConsistent);
  }

  /** Reads one page. */
  public Page read(ReadPlan plan) {
    return reader.read(plan);
  }

  /**
   * Reads one page over several plans, one after the other: as many items and bytes as one plan
   * alone would give, all from one moment.
   *
   * @param plans at least one; all with the same limit
   */
  public PlanPage read(List<ReadPlan> plans) {
    return reader.read(plans);
  }

  /**
   * Carries out one write, atomically and durably.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when the condition fails or the update
   *     cannot be applied; nothing is written then
   */
  public WriteResult write(Table table, WriteAction action) {
    WriteResult result =
        mirrors.of(table.schema()).isEmpty()
            ? writer.write(table, action)
            : batchWriter.write(List.of(new TableWrite(table, action))).get(0);
    changeLog.afterWrite();
    return result;
  }

  /**
   * Carries out writes that have nothing to do with each other.
   *
   * @param writes without conditions, each of another item
   * @return what each has done, in the order given; null for one that was not done because a
   *     transaction on its item is going on, or for want of capacity
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no capacity for any of them
   */
  public List<WriteResult> writeEach(List<TableWrite> writes) {
    List<WriteResult> results = batchWriter.write(writes);
    changeLog.afterWrite();
    return results;
  }

  /**
   * Carries out all writes, or none.
   *
   * @param receipt is written with them
   * @param mayBeHeld whether a hold of transactions holds this one, too
   * @return what each has done, in the order given
   * @throws dev.dynamoemulator.model.DynamoDbException when an element has a fault, fails its
   *     condition or meets another transaction, with a reason for each element
   */
  public List<WriteResult> transact(
      List<TransactWrite> elements, Receipt receipt, boolean mayBeHeld) {
    for (TransactWrite element : elements) {
      checkTransactable(element.table().schema());
    }
    List<WriteResult> results = transactor.write(elements, receipt, mayBeHeld);
    changeLog.afterWrite();
    return results;
  }

  /** Whether transactions are held between prepare and commit from now on. */
  public boolean holdsTransactions() {
    return transactor.isHolding();
  }

  /**
   * Fails when two elements of a transaction name one item.
   *
   * @param itemKeys null for an element whose key is at fault
   */
  public void checkDistinct(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    transactor.checkDistinct(tables, itemKeys);
  }

  /**
   * The items of those keys as they are at one moment; null where there is none.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when one of them is being written by a
   *     transaction
   */
  public List<StoredItem> transactGet(
      List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    tables.forEach(this::checkTransactable);
    return transactor.read(tables, itemKeys);
  }

  /** Tables that several regions write together take no transactions (transactions.md §6.7). */
  private void checkTransactable(TableSchema table) {
    if (!mirrors.of(table).isEmpty()) {
      throw TransactionErrors.multiRegionStrongConsistency();
    }
  }

  /**
   * Repeats in a replica what was written in other regions.
   *
   * @param writes each of another item
   * @return those that were not done because a transaction on their item is going on
   * @throws dev.dynamoemulator.model.DynamoDbException when the table is gone
   */
  public List<ReplicatedWrite> replicate(Table table, List<? extends ReplicatedWrite> writes) {
    return replicaWriter.write(table, writes);
  }

  /** Holds transactions between prepare and commit when asked to. */
  public TransactionHold transactionHold() {
    return transactionHold;
  }

  /**
   * The keys that a Query walks over.
   *
   * @param index the index to query; null for the table itself
   * @param startKey the ExclusiveStartKey, or null
   * @throws dev.dynamoemulator.model.DynamoDbException when conditions or starting key do not fit
   *     the schema
   */
  public KeyRange queryRange(
      TableSchema table,
      IndexSchema index,
      KeyConditions conditions,
      Item startKey,
      boolean isDescending) {
    return new QueryRange(table, index, conditions, startKey).resolve(keys, isDescending);
  }

  /**
   * The keys that a Scan walks over, or one segment of it.
   *
   * @param startKey the ExclusiveStartKey, already checked against the schema; or null
   */
  public KeyRange scanRange(
      TableSchema table, IndexSchema index, Item startKey, int segment, int totalSegments) {
    return scanRange.of(table, index, startKey, segment, totalSegments);
  }

  /**
   * Finds the vectors that are nearest to the given one.
   *
   * @param limit how many at most
   * @param conditions already checked against the search schema
   */
  public SearchResults search(
      VectorIndex index, float[] vector, int limit, SearchConditions conditions) {
    return vectorSearch.search(index, vector, limit, conditions);
  }

  /** Whether a write is over as soon as it is applied, without waiting for a disk or a region. */
  public boolean writesAtOnce() {
    return storage.commitsAtOnce() && !mirrors.mayWait();
  }

  /** Fills new indexes. */
  public IndexBuilder indexBuilder() {
    return backfill;
  }

  /** Fills a table that nobody else writes to yet. */
  public TableLoad load(Table table) {
    return load(table, LoadProgress.NONE);
  }

  /**
   * The same.
   *
   * @param progress stored with the last commit of every flush
   */
  public TableLoad load(Table table, LoadProgress progress) {
    return new TableLoad(storage, keys, sizes, table, progress);
  }

  /** What tables and indexes hold at the moment. */
  public TableStatistics statistics() {
    return new TableStatistics() {
      @Override
      public long itemCount(String collection) {
        return storage.count(collection);
      }

      @Override
      public long sizeBytes(String collection) {
        return sizes.size(collection);
      }
    };
  }

  /** Forgets from now on what it knows of tables and indexes that go. */
  public void follow(Catalogue catalogue) {
    catalogue.observe(sizes);
  }

  /**
   * The sizes of tables and indexes as far as they are known, by collection. They fit the store's
   * content while nobody writes.
   */
  public Map<String, Long> knownSizes() {
    return sizes.known();
  }

  /** Spares the engine measuring what its store holds. To be called before anything is written. */
  public void learnSizes(Map<String, Long> known) {
    sizes.learn(known);
  }
}
