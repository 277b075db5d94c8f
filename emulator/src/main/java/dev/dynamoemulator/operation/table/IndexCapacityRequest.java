package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexChange;

/** The capacity that a request names for an existing global index. */
record IndexCapacityRequest(String indexName, CapacityRequest capacity) {

  static IndexCapacityRequest of(Struct action) {
    return new IndexCapacityRequest(action.string("IndexName"), CapacityRequest.of(action));
  }

  IndexChange toChange() {
    return new IndexChange(indexName, capacity.toChange());
  }
}
