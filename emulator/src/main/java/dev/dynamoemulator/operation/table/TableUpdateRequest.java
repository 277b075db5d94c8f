package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.SettingsReplication;
import dev.dynamoemulator.table.TableClass;
import dev.dynamoemulator.table.TableDescription;

/** What an UpdateTable request asks for. A member is null where the request has none. */
record TableUpdateRequest(
    AttributeDefinitions definitions,
    BillingMode billingMode,
    CapacityRequest capacity,
    IndexUpdates indexes,
    StreamSetting stream,
    EncryptionSetting encryption,
    TableClass tableClass,
    Boolean deletionProtection,
    VectorIndexUpdates vectorIndexes,
    SettingsReplication settingsReplication) {

  static TableUpdateRequest of(
      Struct input, IndexUpdates indexes, VectorIndexUpdates vectorIndexes) {
    String mode = input.string("BillingMode");
    return new TableUpdateRequest(
        AttributeDefinitions.of(input),
        mode == null ? null : BillingMode.valueOf(mode),
        CapacityRequest.of(input),
        indexes,
        StreamSetting.of(input),
        EncryptionSetting.of(input),
        TableSettings.tableClass(input),
        input.bool("DeletionProtectionEnabled"),
        vectorIndexes,
        TableSettings.settingsReplication(input));
  }

  /** How many indexes come or go. */
  int comingAndGoing() {
    return indexes.comingAndGoing() + vectorIndexes.comingAndGoing();
  }

  /** Whether it is about nothing but existing indexes. */
  boolean changesIndexesOnly() {
    return billingMode == null
        && capacity.equals(CapacityRequest.NONE)
        && comingAndGoing() == 0
        && stream == null
        && encryption == null
        && tableClass == null
        && deletionProtection == null;
  }

  /** The billing mode that the table has when the update is done. */
  BillingMode modeAfter(TableDescription table) {
    return billingMode == null ? table.billing().mode() : billingMode;
  }

  boolean becomesOnDemand(TableDescription table) {
    return billingMode == BillingMode.PAY_PER_REQUEST && !table.billing().isOnDemand();
  }

  boolean becomesProvisioned(TableDescription table) {
    return billingMode == BillingMode.PROVISIONED && table.billing().isOnDemand();
  }
}
