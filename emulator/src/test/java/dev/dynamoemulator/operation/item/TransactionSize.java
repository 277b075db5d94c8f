package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.model.Limits;

/** DynamoDB's limits but for the size of a transaction, so that a test need not send 4 MB. */
final class TransactionSize {

  private TransactionSize() {}

  static Limits limitedTo(int bytes) {
    Limits limits = Limits.DYNAMODB;
    return new Limits(
        limits.itemSize(),
        limits.pageSize(),
        limits.batchGetSize(),
        limits.batchGetKeys(),
        limits.batchWriteRequests(),
        limits.transactionItems(),
        bytes,
        limits.tables(),
        limits.changingTables(),
        limits.creatingIndexedTables());
  }
}
