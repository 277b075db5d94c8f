package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.OnlineIndex;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an update may do to the global indexes of an existing table (tables.md §6.1, §6.3). */
final class IndexUpdateChecks {

  private IndexUpdateChecks() {}

  /** An index may be deleted while it is being filled, and nothing else at the same time. */
  static void checkOneAtATime(TableDescription table, TableUpdateRequest update) {
    if (update.comingAndGoing() == 0) {
      return;
    }
    boolean isOtherUnderWay =
        table.onlineIndexes().stream()
            .filter(OnlineIndex::isComingOrGoing)
            .anyMatch(index -> !isCancelled(index, update));
    if (update.comingAndGoing() > 1 || isOtherUnderWay) {
      throw UpdateTableErrors.tooManyOnlineIndexes();
    }
  }

  private static boolean isCancelled(OnlineIndex index, TableUpdateRequest update) {
    boolean isDeleted =
        update.indexes().deleted().contains(index.name())
            || update.vectorIndexes().deleted().contains(index.name());
    return index.backfill() == Backfill.RUNNING && isDeleted;
  }

  /** While an index is being allocated, others may change all the same (tables.md §6.3 rule 8). */
  static void checkTableSettled(TableDescription table, TableUpdateRequest update) {
    boolean isAllocating =
        table.onlineIndexes().stream().anyMatch(index -> index.backfill() == Backfill.ALLOCATING);
    if (!isAllocating || !update.changesIndexesOnly()) {
      TableState.checkSettled(table);
    }
  }

  static void checkUnitsInBounds(IndexUpdates updates) {
    Stream.concat(
            updates.created().stream().map(IndexDefinition::capacity),
            updates.changed().stream().map(IndexCapacityRequest::capacity))
        .map(CapacityRequest::units)
        .forEach(IndexUpdateChecks::checkUnitsInBounds);
  }

  private static void checkUnitsInBounds(CapacityUnits units) {
    if (units != null
        && (units.read() > CapacityChecks.UNITS_LIMIT
            || units.write() > CapacityChecks.UNITS_LIMIT)) {
      throw UpdateTableErrors.indexUnitsOutOfBounds();
    }
  }

  static void checkUnitsFitMode(TableDescription table, TableUpdateRequest update) {
    BillingMode mode = update.modeAfter(table);
    for (IndexDefinition created : update.indexes().created()) {
      CapacityChecks.checkIndexUnits(created, mode);
    }
    for (IndexCapacityRequest change : update.indexes().changed()) {
      if (mode == BillingMode.PAY_PER_REQUEST && change.capacity().units() != null) {
        throw TableDefinitionErrors.indexUnitsNotAllowed(change.indexName());
      }
      if (mode == BillingMode.PROVISIONED && change.capacity().equals(CapacityRequest.NONE)) {
        throw UpdateTableErrors.indexUnitsMissing();
      }
    }
  }

  static void checkIdle(TableDescription table, IndexUpdates updates) {
    for (IndexCapacityRequest change : updates.changed()) {
      checkIdle(table, change.indexName());
    }
    for (String deleted : updates.deleted()) {
      checkIdle(table, deleted);
    }
  }

  private static void checkIdle(TableDescription table, String indexName) {
    GlobalIndex index = table.globalIndex(indexName);
    if (index != null
        && index.status() != IndexStatus.ACTIVE
        && index.backfill() != Backfill.RUNNING) {
      throw TableErrors.indexIsBeingUpdated(table.name(), indexName);
    }
  }

  static void checkCreatedAreNew(TableDescription table, TableUpdateRequest update) {
    Set<String> present = new HashSet<>();
    table.localIndexes().forEach(index -> present.add(index.name()));
    table.onlineIndexes().forEach(index -> present.add(index.name()));
    boolean isOneThere =
        update.indexes().created().stream().anyMatch(index -> present.contains(index.name()))
            || update.vectorIndexes().created().stream()
                .anyMatch(index -> present.contains(index.name()));
    if (isOneThere) {
      throw UpdateTableErrors.indexAlreadyExists();
    }
  }

  static void checkOthersExist(TableDescription table, IndexUpdates updates) {
    Stream.concat(
            updates.changed().stream().map(IndexCapacityRequest::indexName),
            updates.deleted().stream())
        .forEach(name -> checkExists(table, name));
  }

  private static void checkExists(TableDescription table, String indexName) {
    if (table.globalIndex(indexName) == null) {
      throw TableErrors.resourceNotFound();
    }
  }

  static void checkCount(TableDescription table, IndexUpdates updates) {
    int count = table.globalIndexes().size() + updates.created().size();
    if (!updates.created().isEmpty() && count > IndexChecks.GLOBAL_INDEX_LIMIT) {
      throw UpdateTableErrors.tooManyGlobalIndexes(IndexChecks.GLOBAL_INDEX_LIMIT);
    }
  }

  static void checkProjectedAttributes(TableDescription table, TableUpdateRequest update) {
    int created =
        update.indexes().created().stream()
                .mapToInt(index -> index.projection().nonKeyAttributeCount())
                .sum()
            + update.vectorIndexes().created().stream()
                .mapToInt(VectorIndexRequest::projectedAttributeCount)
                .sum();
    int presentInVectorIndexes =
        table.vectorIndexes().stream()
            .mapToInt(index -> index.definition().projectedAttributeCount())
            .sum();
    int present =
        Stream.concat(
                table.localIndexes().stream().map(LocalIndex::projection),
                table.globalIndexes().stream().map(GlobalIndex::projection))
            .map(Projection::nonKeyAttributes)
            .mapToInt(List::size)
            .sum();
    if (created > 0) {
      ProjectionChecks.checkProjectedAttributes(created + present + presentInVectorIndexes);
    }
  }
}
