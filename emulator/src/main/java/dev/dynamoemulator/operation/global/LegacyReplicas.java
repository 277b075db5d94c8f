package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.table.Regions;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.StreamViewType;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tables must be like to replicate to each other in the legacy version (§9.12). */
final class LegacyReplicas {

  private final GlobalAccess access;
  private final Namespace caller;
  private final String name;

  LegacyReplicas(GlobalAccess access, Namespace caller, String name) {
    this.access = access;
    this.caller = caller;
    this.name = name;
  }

  static void checkRegions(List<String> regions, String local) {
    Set<String> named = new HashSet<>();
    for (String region : regions) {
      if (region == null) {
        throw GlobalTableErrors.missingRegion();
      }
      if (!Regions.areNeighbours(local, region)) {
        throw GlobalTableErrors.unknownRegion(region);
      }
      if (!named.add(region)) {
        throw GlobalTableErrors.regionNamedTwice(region);
      }
    }
  }

  /** The tables of that name; there must be one in each region. */
  List<Table> tables(List<String> regions) {
    return regions.stream().map(this::table).toList();
  }

  private Table table(String region) {
    Table table = access.catalogue().find(new Namespace(caller.account(), region), name);
    if (table == null) {
      throw GlobalTableErrors.tableNotFound(name);
    }
    return table;
  }

  /** Each can be a replica. */
  void checkEach(List<Table> tables) {
    for (Table table : tables) {
      String region = table.namespace().region();
      TableDescription description = table.description();
      if (description.status() != TableStatus.ACTIVE) {
        throw GlobalTableErrors.tableNotActive(region);
      }
      if (access.replicas().of(table.namespace(), name) != null) {
        throw GlobalTableErrors.tableIsReplica(region);
      }
      if (!access.replicas().isEmpty(table)) {
        throw GlobalTableErrors.tableNotEmpty(region);
      }
      if (description.stream() == null
          || !description.stream().isEnabled()
          || description.stream().viewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
        throw GlobalTableErrors.streamWithoutBothImages(region);
      }
    }
  }

  /** All have the keys, indexes and write capacity of the first. */
  static void checkAlike(TableDescription first, List<Table> tables) {
    for (Table table : tables) {
      String region = table.namespace().region();
      TableDescription other = table.description();
      checkSame(first.key().equals(other.key()), "key schema", region);
      checkSame(globalKeys(first).equals(globalKeys(other)), "global secondary indexes", region);
      checkSame(localKeys(first).equals(localKeys(other)), "local secondary indexes", region);
      checkSame(writeUnits(first) == writeUnits(other), "write capacity", region);
    }
  }

  private static void checkSame(boolean isSame, String what, String region) {
    if (!isSame) {
      throw GlobalTableErrors.tablesDiffer(what, region);
    }
  }

  private static Map<String, KeySchema> globalKeys(TableDescription table) {
    Map<String, KeySchema> keys = new TreeMap<>();
    for (GlobalIndex index : table.globalIndexes()) {
      keys.put(index.name(), index.key());
    }
    return keys;
  }

  private static Map<String, KeySchema> localKeys(TableDescription table) {
    Map<String, KeySchema> keys = new TreeMap<>();
    for (LocalIndex index : table.localIndexes()) {
      keys.put(index.name(), index.key());
    }
    return keys;
  }

  private static long writeUnits(TableDescription table) {
    return table.capacity().provisioned().units().write();
  }
}
