package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.model.DynamoDbException;

/** Faults that do not fail a transaction by themselves but become the reason of an element. */
final class ElementFault {

  private ElementFault() {}

  /** What the check finds; null for nothing. */
  static DynamoDbException of(Runnable check) {
    try {
      check.run();
      return null;
    } catch (DynamoDbException fault) {
      return fault;
    }
  }
}
