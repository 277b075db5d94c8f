package dev.dynamoemulator.model;

/**
 * The sizes and counts at which DynamoDB stops. One value per emulator, DynamoDB's own by default;
 * smaller pages make paging tests quick.
 *
 * @param itemSize largest item in bytes
 * @param pageSize bytes read after which a Query or Scan page ends
 * @param batchGetSize bytes returned by one BatchGetItem before keys are left unprocessed, and by
 *     one SearchVectors before the worst matches are left out
 * @param batchGetKeys keys in one BatchGetItem
 * @param batchWriteRequests requests in one BatchWriteItem
 * @param transactionSize bytes of all items in one transaction
 * @param tables tables per account and region
 * @param changingTables tables being created, updated or deleted at a time
 * @param creatingIndexedTables tables with secondary indexes being created at a time
 */
public record Limits(
    int itemSize,
    int pageSize,
    int batchGetSize,
    int batchGetKeys,
    int batchWriteRequests,
    int transactionSize,
    int tables,
    int changingTables,
    int creatingIndexedTables) {

  /**
   * What the service itself enforces. The 16 MB of BatchGetItem are decimal ones: of 100 items of
   * 300 KB it returns 52 (items.md §3.1).
   */
  public static final Limits DYNAMODB =
      new Limits(400 * 1024, 1024 * 1024, 16_000_000, 100, 25, 4 * 1024 * 1024, 2500, 500, 250);

  /** The same but for pages of Query and Scan. */
  public Limits withPageSize(int bytes) {
    return new Limits(
        itemSize,
        bytes,
        batchGetSize,
        batchGetKeys,
        batchWriteRequests,
        transactionSize,
        tables,
        changingTables,
        creatingIndexedTables);
  }

  /** The same but for BatchGetItem and SearchVectors. */
  public Limits withBatchGetSize(int bytes) {
    return new Limits(
        itemSize,
        pageSize,
        bytes,
        batchGetKeys,
        batchWriteRequests,
        transactionSize,
        tables,
        changingTables,
        creatingIndexedTables);
  }

  /** The same but for transactions. */
  public Limits withTransactionSize(int bytes) {
    return new Limits(
        itemSize,
        pageSize,
        batchGetSize,
        batchGetKeys,
        batchWriteRequests,
        bytes,
        tables,
        changingTables,
        creatingIndexedTables);
  }
}
