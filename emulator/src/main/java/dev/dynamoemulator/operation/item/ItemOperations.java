package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.operation.Operation;
import java.util.List;

/** The operations on items. */
public final class ItemOperations {

  private ItemOperations() {}

  public static List<Operation> all(ItemAccess items, IdempotencyTokens tokens) {
    return List.of(
        new PutItem(items),
        new GetItem(items),
        new UpdateItem(items),
        new DeleteItem(items),
        new BatchGetItem(items),
        new BatchWriteItem(items),
        new Query(items),
        new Scan(items),
        new SearchVectors(items),
        new TransactWriteItems(items, tokens),
        new TransactGetItems(items));
  }
}
