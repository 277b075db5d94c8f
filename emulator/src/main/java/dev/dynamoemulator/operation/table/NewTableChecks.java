package dev.dynamoemulator.operation.table;

/** What the definition of a new table must satisfy, in DynamoDB's order (tables.md §3). */
final class NewTableChecks {

  private NewTableChecks() {}

  /** Everything but the new capacities, before which other settings are checked. */
  static void checkDefinition(TableDefinition table) {
    CapacityChecks.checkUnitsFitMode(table.capacity().units(), table.billingMode());
    CapacityChecks.checkUnitsInBounds(table.capacity().units());
    KeySchemaChecks.checkCountOfDefinitions(table.key(), table.definitions());
    KeySchemaChecks.checkDefined(table.key(), table.definitions());
    KeySchemaChecks.checkDistinct(table.key());
    KeySchemaChecks.checkHashFirst(table.key());
    KeySchemaChecks.checkRangeSecond(table.key());
    DefinitionChecks.checkDistinct(table.definitions());
    DefinitionChecks.checkAllUsed(table);
    IndexChecks.checkLocalIndexes(table);
    IndexChecks.checkGlobalIndexes(table);
    VectorIndexChecks.checkVectorIndexes(table);
    ProjectionChecks.checkProjectedAttributes(table);
  }
}
