package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.ProvisionedThroughput;
import dev.dynamoemulator.table.TableDescription;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an update may do to the capacity of an existing table and its indexes (tables.md §6.1). */
final class CapacityUpdateChecks {

  private CapacityUpdateChecks() {}

  static void checkUnitsFitMode(TableDescription table, TableUpdateRequest update) {
    if (update.capacity().units() != null
        && update.modeAfter(table) == BillingMode.PAY_PER_REQUEST) {
      throw TableDefinitionErrors.unitsNotAllowed();
    }
  }

  /** A table that becomes provisioned needs units for every index that it keeps. */
  static void checkUnitsOfEveryIndex(TableDescription table, TableUpdateRequest update) {
    if (!update.becomesProvisioned(table)) {
      return;
    }
    Set<String> given =
        update.indexes().changed().stream()
            .filter(change -> change.capacity().units() != null)
            .map(IndexCapacityRequest::indexName)
            .collect(Collectors.toSet());
    List<String> missing =
        table.globalIndexes().stream()
            .filter(index -> index.status() != IndexStatus.DELETING)
            .map(GlobalIndex::name)
            .filter(name -> !given.contains(name) && !update.indexes().deleted().contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw UpdateTableErrors.indexUnitsRequired(missing);
    }
  }

  static void checkUnitsChange(TableDescription table, TableUpdateRequest update) {
    CapacityUnits current = table.capacity().provisioned().units();
    if (current.equals(update.capacity().units())) {
      throw UpdateTableErrors.unitsUnchanged(current);
    }
    for (IndexCapacityRequest change : update.indexes().changed()) {
      GlobalIndex index = table.globalIndex(change.indexName());
      if (index != null
          && index.capacity().provisioned().units().equals(change.capacity().units())) {
        throw UpdateTableErrors.indexUnitsUnchanged(index.name(), change.capacity().units());
      }
    }
  }

  /** One request is all or nothing: one exhausted quota refuses all of it. */
  static void checkDecreases(TableDescription table, TableUpdateRequest update, Instant now) {
    if (update.becomesProvisioned(table)) {
      return;
    }
    checkDecrease(table.capacity().provisioned(), update.capacity().units(), now);
    for (IndexCapacityRequest change : update.indexes().changed()) {
      GlobalIndex index = table.globalIndex(change.indexName());
      checkDecrease(index.capacity().provisioned(), change.capacity().units(), now);
    }
  }

  private static void checkDecrease(
      ProvisionedThroughput current, CapacityUnits requested, Instant now) {
    if (requested != null && requested.lowers(current.units()) && !current.mayDecrease(now)) {
      throw UpdateTableErrors.tooManyDecreases(
          current.decreasesToday(now), current.countedDecrease(), current.nextDecrease());
    }
  }

  static void checkMaxima(TableDescription table, TableUpdateRequest update) {
    BillingMode mode = update.modeAfter(table);
    CapacityChecks.checkMaxima(update.capacity().onDemand(), mode, "table");
    for (IndexCapacityRequest change : update.indexes().changed()) {
      CapacityChecks.checkMaxima(change.capacity().onDemand(), mode, "index " + change.indexName());
    }
    for (IndexDefinition created : update.indexes().created()) {
      CapacityChecks.checkNewCapacity(created.capacity(), mode, "index " + created.name());
    }
  }

  static void checkWarmThroughput(TableDescription table, TableUpdateRequest update) {
    BillingMode mode = table.billing().mode();
    checkWarmThroughput(update.capacity(), table.capacity(), mode, "table");
    for (IndexCapacityRequest change : update.indexes().changed()) {
      GlobalIndex index = table.globalIndex(change.indexName());
      checkWarmThroughput(change.capacity(), index.capacity(), mode, "index " + index.name());
    }
  }

  private static void checkWarmThroughput(
      CapacityRequest requested, Capacity current, BillingMode mode, String resource) {
    CapacityChecks.checkWarmThroughput(requested, current.warmUnits(mode), resource);
  }
}
