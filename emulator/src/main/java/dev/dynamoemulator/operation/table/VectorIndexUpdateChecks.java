package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.VectorIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an update may do to the vector indexes of an existing table (vector-search.md §1, §2). */
final class VectorIndexUpdateChecks {

  private VectorIndexUpdateChecks() {}

  /** No provisioned table has vector indexes, be they new or there already. */
  static void checkMode(TableDescription table, TableUpdateRequest update) {
    if (!update.vectorIndexes().created().isEmpty() || !remaining(table, update).isEmpty()) {
      VectorIndexChecks.checkMode(update.modeAfter(table));
    }
  }

  static void checkDeletedExist(TableDescription table, TableUpdateRequest update) {
    for (String name : update.vectorIndexes().deleted()) {
      if (table.vectorIndex(name) == null) {
        throw TableErrors.resourceNotFound();
      }
    }
  }

  static void checkCount(TableDescription table, TableUpdateRequest update) {
    int created = update.vectorIndexes().created().size();
    if (created > 0) {
      VectorIndexChecks.checkCount(table.vectorIndexes().size() + created);
    }
  }

  static void checkSameDimensions(TableDescription table, TableUpdateRequest update) {
    Map<String, Long> dimensions = new HashMap<>();
    for (VectorIndex index : remaining(table, update)) {
      dimensions.put(index.definition().vectorAttribute(), (long) index.definition().dimensions());
    }
    VectorIndexChecks.checkSameDimensions(dimensions, update.vectorIndexes().created());
  }

  private static List<VectorIndex> remaining(TableDescription table, TableUpdateRequest update) {
    return table.vectorIndexes().stream()
        .filter(index -> index.status() != IndexStatus.DELETING)
        .filter(index -> !update.vectorIndexes().deleted().contains(index.name()))
        .toList();
  }
}
