package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.global.ScalingMembers.Dimension;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.scaling.TableScaling;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.CapacityChange;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexChange;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableClass;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableUpdate;
import dev.dynamoemulator.table.VectorIndexChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request wants the replicas of a global table to be set to. Immutable. */
final class SettingsChange {

  private static final String MODE = "GlobalTableBillingMode";
  private static final String WRITE_UNITS = "GlobalTableProvisionedWriteCapacityUnits";
  private static final String WRITE_SCALING =
      "GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate";
  private static final String INDEXES = "GlobalTableGlobalSecondaryIndexSettingsUpdate";
  private static final String INDEX_WRITE_UNITS = "ProvisionedWriteCapacityUnits";
  private static final String REPLICAS = "ReplicaSettingsUpdate";
  private static final String READ_UNITS = "ReplicaProvisionedReadCapacityUnits";
  private static final String REPLICA_INDEXES = "ReplicaGlobalSecondaryIndexSettingsUpdate";
  private static final String INDEX_READ_UNITS = "ProvisionedReadCapacityUnits";
  private static final ScalingMembers SCALED_WRITING =
      new ScalingMembers(
          Dimension.WRITE,
          WRITE_SCALING,
          INDEXES,
          "ProvisionedWriteCapacityAutoScalingSettingsUpdate");
  private static final ScalingMembers SCALED_READING =
      new ScalingMembers(
          Dimension.READ,
          "ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate",
          REPLICA_INDEXES,
          "ProvisionedReadCapacityAutoScalingSettingsUpdate");

  private final Struct input;

  SettingsChange(Struct input) {
    this.input = input;
  }

  void checkAsksForSomething() {
    boolean asks =
        List.of(MODE, WRITE_UNITS, WRITE_SCALING, INDEXES, REPLICAS).stream().anyMatch(input::has);
    if (!asks) {
      throw GlobalTableErrors.nothingToChange();
    }
  }

  void checkScaling() {
    SCALED_WRITING.check(input);
    list(input, REPLICAS).forEach(SCALED_READING::check);
  }

  void checkReplicas(GlobalTable globalTable) {
    for (Struct replica : list(input, REPLICAS)) {
      if (globalTable.replica(replica.string("RegionName")) == null) {
        throw GlobalTableErrors.replicaNotFound();
      }
    }
  }

  void checkAgainst(TableDescription table, String region) {
    Struct replica = replica(region);
    Set<String> named = new TreeSet<>();
    list(input, INDEXES).forEach(index -> named.add(index.string("IndexName")));
    list(replica, REPLICA_INDEXES).forEach(index -> named.add(index.string("IndexName")));
    for (String index : named) {
      if (table.globalIndex(index) == null) {
        throw GlobalTableErrors.indexNotFound(index);
      }
    }
    boolean hasUnits =
        input.has(WRITE_UNITS)
            || replica != null && replica.has(READ_UNITS)
            || list(input, INDEXES).stream().anyMatch(index -> index.has(INDEX_WRITE_UNITS))
            || list(replica, REPLICA_INDEXES).stream()
                .anyMatch(index -> index.has(INDEX_READ_UNITS));
    if (hasUnits && modeAfter(table) == BillingMode.PAY_PER_REQUEST) {
      throw GlobalTableErrors.unitsOfOnDemand();
    }
  }

  private BillingMode mode() {
    String mode = input.string(MODE);
    return mode == null ? null : BillingMode.valueOf(mode);
  }

  private BillingMode modeAfter(TableDescription table) {
    return mode() == null ? table.billing().mode() : mode();
  }

  TableUpdate update(TableDescription table, String region) {
    Struct replica = replica(region);
    String tableClass = replica == null ? null : replica.string("ReplicaTableClass");
    List<IndexChange> indexes = new ArrayList<>();
    for (GlobalIndex index : table.globalIndexes()) {
      Struct writing = named(input, INDEXES, index.name());
      Struct reading = named(replica, REPLICA_INDEXES, index.name());
      CapacityUnits units =
          units(
              index.capacity().provisioned().units(),
              reading == null ? null : reading.longNumber(INDEX_READ_UNITS),
              writing == null ? null : writing.longNumber(INDEX_WRITE_UNITS),
              modeAfter(table));
      if (units != null) {
        indexes.add(new IndexChange(index.name(), new CapacityChange(units, null, null)));
      }
    }
    CapacityUnits units =
        units(
            table.capacity().provisioned().units(),
            replica == null ? null : replica.longNumber(READ_UNITS),
            input.longNumber(WRITE_UNITS),
            modeAfter(table));
    return new TableUpdate(
        mode(),
        new CapacityChange(units, null, null),
        List.of(),
        indexes,
        List.of(),
        null,
        null,
        tableClass == null ? null : TableClass.valueOf(tableClass),
        null,
        VectorIndexChanges.NONE,
        null);
  }

  /** The new units; null when they stay as they are. A provisioned table has at least one. */
  private static CapacityUnits units(
      CapacityUnits current, Long read, Long write, BillingMode mode) {
    CapacityUnits changed =
        new CapacityUnits(
            read == null ? Math.max(1, current.read()) : read,
            write == null ? Math.max(1, current.write()) : write);
    return mode == BillingMode.PAY_PER_REQUEST || changed.equals(current) ? null : changed;
  }

  TableScaling scaling(TableScaling settings, Table table) {
    TableScaling written = SCALED_WRITING.change(settings, input, table);
    Struct replica = replica(table.namespace().region());
    return SCALED_READING.change(written, replica, table);
  }

  /** What is asked of the region's replica alone; null for nothing. */
  private Struct replica(String region) {
    for (Struct replica : list(input, REPLICAS)) {
      if (replica.string("RegionName").equals(region)) {
        return replica;
      }
    }
    return null;
  }

  private static Struct named(Struct parent, String member, String indexName) {
    for (Struct index : list(parent, member)) {
      if (index.string("IndexName").equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  private static List<Struct> list(Struct parent, String member) {
    List<Struct> elements = parent == null ? null : parent.structs(member);
    return elements == null ? List.of() : elements;
  }
}
