package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.List;

/** What is checked of an UpdateTable request before the table is looked up (tables.md §6.1). */
final class UpdateRequestChecks {

  private static final List<String> CHANGES =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "StreamSpecification",
          "SSESpecification",
          "TableClass",
          "DeletionProtectionEnabled",
          "OnDemandThroughput",
          "WarmThroughput",
          "MultiRegionConsistency",
          "GlobalTableSettingsReplicationMode");

  private static final List<String> LISTS_OF_CHANGES =
      List.of(
          "GlobalSecondaryIndexUpdates",
          "ReplicaUpdates",
          "GlobalTableWitnessUpdates",
          "VectorIndexUpdates");

  private UpdateRequestChecks() {}

  /** An empty list asks for nothing. */
  static void checkAsksForSomething(Struct input) {
    boolean asks =
        CHANGES.stream().anyMatch(input::has)
            || LISTS_OF_CHANGES.stream()
                .anyMatch(list -> input.has(list) && !input.structs(list).isEmpty());
    if (!asks) {
      throw UpdateTableErrors.nothingToChange();
    }
  }

  static void checkUnitsOfProvisioned(Struct input) {
    if ("PROVISIONED".equals(input.string("BillingMode")) && !input.has("ProvisionedThroughput")) {
      throw UpdateTableErrors.unitsRequired();
    }
  }

  /** A definition stored with the table does not count (tables.md §6.3). */
  static void checkCreatedIndexes(IndexUpdates indexes, AttributeDefinitions definitions) {
    for (IndexDefinition index : indexes.created()) {
      KeySchemaChecks.checkCountOfDefinitions(index.key(), definitions);
      KeySchemaChecks.checkDefined(index.key(), definitions);
      DefinitionChecks.checkDistinct(definitions);
      IndexChecks.checkGlobalKey(index);
      ProjectionChecks.checkType(index.projection());
      ProjectionChecks.checkNonKeyAttributes(index.projection());
    }
  }

  static void checkStreamAndEncryption(Struct input) {
    StreamSetting stream = StreamSetting.of(input);
    if (stream != null) {
      stream.checkViewTypeFits();
    }
    EncryptionSetting encryption = EncryptionSetting.of(input);
    if (encryption != null) {
      encryption.check();
    }
  }
}
