package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Restoration;
import dev.dynamoemulator.table.TableDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a restored table is to have in another way than its source (control-plane.md §1.3).
 * Immutable.
 */
public final class RestoreOverrides {

  /** Null for that of the source. */
  final BillingMode billingMode;

  /** With null members for those of the source. */
  final CapacityRequest capacity;

  /** The indexes to keep; null for all. */
  final List<IndexDefinition> localIndexes;

  /** The indexes to keep; null for all. */
  final List<IndexDefinition> globalIndexes;

  /** The indexes to keep; null for all. */
  final List<VectorIndexRequest> vectorIndexes;

  /** Null for that of the source. */
  final EncryptionSetting encryption;

  private RestoreOverrides(Struct input) {
    String mode = input.string("BillingModeOverride");
    billingMode = mode == null ? null : BillingMode.valueOf(mode);
    capacity = CapacityRequest.ofRestore(input);
    localIndexes = IndexDefinition.localIndexes(input, "LocalSecondaryIndexOverride");
    globalIndexes = IndexDefinition.globalIndexes(input, "GlobalSecondaryIndexOverride");
    vectorIndexes = VectorIndexRequest.listOf(input, "VectorIndexOverride");
    encryption = EncryptionSetting.of(input, "SSESpecificationOverride");
  }

  /** The overrides of a request, as far as they can be checked without their source. */
  public static RestoreOverrides checked(Struct input) {
    RestoreOverrides overrides = new RestoreOverrides(input);
    overrides.checkUnits();
    overrides.checkIndexNames();
    if (overrides.encryption != null) {
      overrides.encryption.check();
    }
    return overrides;
  }

  private void checkUnits() {
    if (billingMode == BillingMode.PAY_PER_REQUEST) {
      CapacityChecks.checkUnitsFitMode(capacity.units(), billingMode);
    }
    CapacityChecks.checkUnitsInBounds(capacity.units());
  }

  private void checkIndexNames() {
    Set<String> names = new HashSet<>();
    given(localIndexes).forEach(index -> checkNameIsNew(names, index.name()));
    given(globalIndexes).forEach(index -> checkNameIsNew(names, index.name()));
    given(vectorIndexes).forEach(index -> checkNameIsNew(names, index.name()));
  }

  private static <T> List<T> given(List<T> indexes) {
    return indexes == null ? List.of() : indexes;
  }

  private static void checkNameIsNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw TableDefinitionErrors.duplicateIndexName(name);
    }
  }

  /** Refuses what a restore to a point in time does not allow (control-plane.md §2.10). */
  public void checkNoWarmThroughput() {
    for (IndexDefinition index : given(globalIndexes)) {
      if (index.capacity().warm() != null) {
        throw RestoreErrors.warmThroughputOverride();
      }
    }
  }

  /**
   * The restored table in state CREATING.
   *
   * @param source the table as it was
   * @throws dev.dynamoemulator.model.DynamoDbException when the overrides do not fit the source
   */
  public TableDescription applyTo(
      TableDescription source,
      String tableName,
      Restoration restoration,
      Namespace owner,
      Environment environment) {
    return new RestoredTable(this, source)
        .describe(tableName, restoration, owner, environment.ids(), environment.now());
  }
}
