package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.OnDemandThroughput;

/** What is checked of the capacity of a table or an index (tables.md §3.3). */
final class CapacityChecks {

  static final long UNITS_LIMIT = 1_000_000_000_000L;
  private static final long NO_MAXIMUM = -1;

  private CapacityChecks() {}

  static void checkUnitsFitMode(CapacityUnits units, BillingMode mode) {
    if (mode == BillingMode.PAY_PER_REQUEST && units != null) {
      throw TableDefinitionErrors.unitsNotAllowed();
    }
    if (mode == BillingMode.PROVISIONED && units == null) {
      throw TableDefinitionErrors.unitsRequired();
    }
  }

  static void checkUnitsInBounds(CapacityUnits units) {
    checkUnitsInBounds(units, "");
  }

  private static void checkUnitsInBounds(CapacityUnits units, String place) {
    if (units == null) {
      return;
    }
    if (units.read() > UNITS_LIMIT) {
      throw TableDefinitionErrors.unitsOutOfBounds("ReadCapacityUnits", units.read(), place);
    }
    if (units.write() > UNITS_LIMIT) {
      throw TableDefinitionErrors.unitsOutOfBounds("WriteCapacityUnits", units.write(), place);
    }
  }

  static void checkIndexUnits(IndexDefinition index, BillingMode mode) {
    checkIndexUnits(index.name(), index.capacity().units(), mode);
  }

  static void checkIndexUnits(String indexName, CapacityUnits units, BillingMode mode) {
    if (mode == BillingMode.PAY_PER_REQUEST && units != null) {
      throw TableDefinitionErrors.indexUnitsNotAllowed(indexName);
    }
    if (mode == BillingMode.PROVISIONED && units == null) {
      throw TableDefinitionErrors.indexUnitsRequired(indexName);
    }
    checkUnitsInBounds(units, " for index " + indexName);
  }

  /**
   * @param resource {@code table}, or {@code index} and its name
   */
  static void checkMaxima(OnDemandThroughput maxima, BillingMode mode, String resource) {
    if (maxima == null) {
      return;
    }
    if (mode == BillingMode.PROVISIONED) {
      throw TableDefinitionErrors.maximaNotAllowed();
    }
    if (maxima.maxRead() == null && maxima.maxWrite() == null) {
      throw TableDefinitionErrors.noMaxima();
    }
    checkMaximum("MaxReadRequestUnits", maxima.maxRead(), resource);
    checkMaximum("MaxWriteRequestUnits", maxima.maxWrite(), resource);
  }

  private static void checkMaximum(String member, Long units, String resource) {
    if (units != null && units < 1 && units != NO_MAXIMUM) {
      throw TableDefinitionErrors.maximumOutOfRange(member, resource);
    }
  }

  /** The maxima and the warm throughput of a new table and of its indexes. */
  static void checkNewCapacities(TableDefinition table) {
    checkNewCapacity(table.capacity(), table.billingMode(), "table");
    if (table.globalIndexes() != null) {
      for (IndexDefinition index : table.globalIndexes()) {
        checkNewCapacity(index.capacity(), table.billingMode(), "index " + index.name());
      }
    }
  }

  /**
   * Warm throughput of something new may not be less than what the mode brings anyway.
   *
   * @param resource {@code table}, or {@code index} and its name
   */
  static void checkNewCapacity(CapacityRequest capacity, BillingMode mode, String resource) {
    checkMaxima(capacity.onDemand(), mode, resource);
    CapacityUnits provisioned = capacity.units() == null ? CapacityUnits.NONE : capacity.units();
    checkWarmThroughput(capacity, Capacity.leastWarmUnits(mode, provisioned), resource);
  }

  /**
   * @param resource {@code table}, or {@code index} and its name
   */
  static void checkWarmThroughput(
      CapacityRequest capacity, CapacityUnits current, String resource) {
    if (capacity.warm() == null) {
      return;
    }
    CapacityUnits requested = capacity.warm().over(current);
    if (requested.read() < current.read()) {
      throw TableDefinitionErrors.warmThroughputTooLow("ReadUnitsPerSecond", resource);
    }
    if (requested.write() < current.write()) {
      throw TableDefinitionErrors.warmThroughputTooLow("WriteUnitsPerSecond", resource);
    }
  }
}
