package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts by tables.md §6.1 and §9; rules are numbered as there. */
class UpdateTableMessagesTest {

  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";
  private static final String IN_USE =
      "ResourceInUseException Attempt to change a resource which is still in use: ";
  private static final String LIMIT = "LimitExceededException Subscriber limit exceeded: ";
  private static final String BILLION_UNITS =
      "'ProvisionedThroughput':{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1}";

  private final TableFixture tables = TableFixture.immediate();
  private final TableFixture delayed = TableFixture.delayed();

  /** Rule 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'AttributeDefinitions':[]",
        "'GlobalSecondaryIndexUpdates':[]",
        "'ReplicaUpdates':[]",
      },
      quoteCharacter = '`')
  void asksForSomethingToChange(String members) {
    assertThat(tables.updateError("absent", members))
        .isEqualTo(
            "ValidationException At least one of ProvisionedThroughput, BillingMode,"
                + " UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or"
                + " ReplicaUpdates is required");
  }

  @Test
  void rule2RequiresUnitsForProvisionedMode() {
    assertThat(tables.updateError("absent", "'BillingMode':'PROVISIONED'"))
        .isEqualTo(
            INVALID + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
  }

  @Test
  void rule3BoundsUnits() {
    assertThat(tables.updateError("absent", BILLION_UNITS))
        .isEqualTo(
            "ValidationException Given value 1000000000001 for ReadCapacityUnits is out of bounds");
  }

  @Test
  void rule4RequiresAnAction() {
    assertThat(tables.updateError("absent", "'GlobalSecondaryIndexUpdates':[{}]"))
        .isEqualTo(
            INVALID
                + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                + " GlobalSecondaryIndexUpdate.Delete must not be null");
  }

  @Test
  void rule5AllowsOneUpdatePerIndex() {
    String delete = "{'Delete':{'IndexName':'index'}}";

    assertThat(
            tables.updateError(
                "absent", "'GlobalSecondaryIndexUpdates':[" + delete + "," + delete + "]"))
        .isEqualTo(
            INVALID
                + "Only one global secondary index update per index is allowed simultaneously."
                + " Index: index");
  }

  @Test
  void reportsAnAbsentTable() {
    assertThat(tables.updateError("absent", "'DeletionProtectionEnabled':true"))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: absent not found");
  }

  @Test
  void rule6RefusesUnitsInOnDemandMode() {
    tables.create("orders");
    tables.createProvisioned("provisioned", 1, 1);
    String message =
        INVALID
            + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode"
            + " is PAY_PER_REQUEST";

    assertThat(tables.updateError("orders", TableFixture.units(1, 1))).isEqualTo(message);
    assertThat(
            tables.updateError(
                "provisioned", "'BillingMode':'PAY_PER_REQUEST'," + TableFixture.units(1, 1)))
        .isEqualTo(message);
  }

  @Test
  void rule7BuildsOneIndexAtATime() {
    delayed.create("orders");
    delayed.advance(10);
    String message =
        LIMIT + "Only 1 online index can be created or deleted simultaneously per table";

    assertThat(
            delayed.updateError(
                "orders",
                "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'aaa'}},"
                    + "{'Delete':{'IndexName':'bbb'}}]"))
        .isEqualTo(message);
    delayed.update("orders", TableFixture.addIndex("index"));
    assertThat(delayed.updateError("orders", TableFixture.addIndex("other"))).isEqualTo(message);
    assertThat(delayed.updateError("orders", TableFixture.deleteIndex("index"))).isEqualTo(message);
    delayed.advance(10);
    assertThat(delayed.updateError("orders", TableFixture.addIndex("other"))).isEqualTo(message);
  }

  @Test
  void rule8BoundsTheUnitsOfAnIndex() {
    tables.createProvisioned("orders", 1, 1);

    assertThat(tables.updateError("orders", updateIndex("index", BILLION_UNITS)))
        .isEqualTo(
            "ValidationException This operation cannot be performed with given input values."
                + " Please contact DynamoDB service team for more info: Action Blocked:"
                + " IndexUpdate");
  }

  @Test
  void rule9RequiresUnitsForEveryIndexThatStays() {
    createWithIndexes("'BillingMode':'PAY_PER_REQUEST'", "");

    assertThat(
            tables.updateError("orders", "'BillingMode':'PROVISIONED'," + TableFixture.units(1, 1)))
        .isEqualTo(INVALID + "ProvisionedThroughput must be specified for index: index3,index4");
  }

  @Test
  void rule10RefusesUnitsThatChangeNothing() {
    createWithIndexes(TableFixture.units(5, 6), "," + TableFixture.units(7, 8));

    assertThat(
            tables.updateError("orders", "'BillingMode':'PROVISIONED'," + TableFixture.units(5, 6)))
        .isEqualTo(
            "ValidationException The provisioned throughput for the table will not change. The"
                + " requested value equals the current value. Current ReadCapacityUnits"
                + " provisioned for the table: 5. Requested ReadCapacityUnits: 5. Current"
                + " WriteCapacityUnits provisioned for the table: 6. Requested WriteCapacityUnits:"
                + " 6. Refer to the Amazon DynamoDB Developer Guide for current limits and how to"
                + " request higher limits.");
    assertThat(tables.updateError("orders", updateIndex("index3", TableFixture.units(7, 8))))
        .startsWith(
            "ValidationException The provisioned throughput for the index index3 will not change.");
  }

  /** DynamoDB Local; one of the texts seen on the service (tables.md §3.3 rule 24). */
  @Test
  void refusesAnUpdateOfAnIndexThatNamesNothingToChange() {
    createWithIndexes(TableFixture.units(5, 6), "," + TableFixture.units(7, 8));

    assertThat(
            tables.updateError(
                "orders", "'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'index3'}}]"))
        .isEqualTo(
            "ValidationException No provisioned throughput specified for the global secondary"
                + " index");
  }

  @Test
  void rules11And12KnowWhetherThereIsAStream() {
    tables.create("orders");
    String on = "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}";

    assertThat(tables.updateError("orders", "'StreamSpecification':{'StreamEnabled':false}"))
        .isEqualTo("ValidationException Table has no stream to disable: TableName: orders");
    tables.update("orders", on);
    assertThat(tables.updateError("orders", on))
        .isEqualTo("ValidationException Table already has an enabled stream: TableName: orders");
  }

  @Test
  void rules13And14WaitForTheTable() {
    String change = "'TableClass':'STANDARD_INFREQUENT_ACCESS'";
    delayed.create("orders");

    assertThat(delayed.updateError("orders", change))
        .isEqualTo(IN_USE + "Table is being created: orders");
    delayed.advance(10);
    delayed.update("orders", change);
    assertThat(delayed.updateError("orders", change))
        .isEqualTo(IN_USE + "Table is being updated: orders");
    delayed.advance(10);
    delayed.call("DeleteTable", "{'TableName':'orders'}");
    assertThat(delayed.updateError("orders", change))
        .isEqualTo(IN_USE + "Table is being deleted: orders");
  }

  @Test
  void rule15WaitsForTheIndex() {
    delayed.create("orders");
    delayed.advance(10);
    delayed.update("orders", TableFixture.addIndex("index"));
    delayed.advance(20);
    delayed.update("orders", TableFixture.deleteIndex("index"));
    delayed.advance(10);

    assertThat(
            delayed.updateError(
                "orders", updateIndex("index", "'OnDemandThroughput':{'MaxReadRequestUnits':5}")))
        .isEqualTo(IN_USE + "Index is being updated.  Table: orders Index: index");
  }

  @Test
  void rules16And17KnowTheIndexes() {
    tables.create("orders");
    tables.update("orders", TableFixture.addIndex("index"));

    assertThat(tables.updateError("orders", TableFixture.addIndex("index")))
        .isEqualTo("ValidationException Attempting to create an index which already exists");
    assertThat(tables.updateError("orders", TableFixture.deleteIndex("other")))
        .isEqualTo("ResourceNotFoundException Requested resource not found");
    assertThat(
            tables.updateError(
                "orders", updateIndex("other", "'OnDemandThroughput':{'MaxReadRequestUnits':5}")))
        .isEqualTo("ResourceNotFoundException Requested resource not found");
  }

  @Test
  void rule18LimitsTheNumberOfIndexes() {
    tables.create("orders");
    for (int number = 0; number < 20; number++) {
      tables.update("orders", TableFixture.addIndex("index-" + number));
    }

    assertThat(tables.updateError("orders", TableFixture.addIndex("index-20")))
        .isEqualTo(LIMIT + "Number of global secondary indexes exceeds per-table limit of 20");
  }

  @Test
  void rule19LimitsDecreases() {
    tables.createProvisioned("orders", 100, 100);
    for (int units = 99; units > 95; units--) {
      tables.update("orders", TableFixture.units(units, 100));
    }

    assertThat(tables.updateError("orders", TableFixture.units(95, 100)))
        .isEqualTo(
            LIMIT
                + "Provisioned throughput decreases are limited within a given UTC day. After the"
                + " first 4 decreases, each subsequent decrease in the same UTC day can be"
                + " performed at most once every 3600 seconds. Number of decreases today: 4. Last"
                + " decrease at Sunday, March 1, 2026 12:00:00 PM UTC. Next decrease can be made at"
                + " Sunday, March 1, 2026 1:00:00 PM UTC");
    tables.update("orders", TableFixture.units(96, 101));
    tables.advance(3600);
    tables.update("orders", TableFixture.units(95, 101));
    assertThat(tables.updateError("orders", TableFixture.units(94, 101))).startsWith(LIMIT);
    tables.advance(12 * 3600);
    tables.update("orders", TableFixture.units(94, 101));
  }

  @Test
  void rule20DoesNotLowerWarmThroughput() {
    tables.create("orders");
    tables.update("orders", "'WarmThroughput':{'ReadUnitsPerSecond':13000}");

    assertThat(tables.updateError("orders", "'WarmThroughput':{'ReadUnitsPerSecond':12999}"))
        .isEqualTo(
            INVALID
                + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current"
                + " WarmThroughput, decreasing WarmThroughput is not supported");
  }

  @Test
  void rule21SlowsDownChangesOfDeletionProtection() {
    tables.create("orders");
    tables.update("orders", "'DeletionProtectionEnabled':true");
    tables.update("orders", "'DeletionProtectionEnabled':true");

    tables.advance(14);
    assertThat(tables.updateError("orders", "'DeletionProtectionEnabled':false"))
        .startsWith("ThrottlingException ");
    tables.advance(1);
    tables.update("orders", "'DeletionProtectionEnabled':false");
  }

  @Test
  void limitsSwitchesToOnDemandInADay() {
    tables.createProvisioned("orders", 1, 1);
    for (int count = 0; count < 4; count++) {
      tables.update("orders", "'BillingMode':'PAY_PER_REQUEST'");
      tables.update("orders", "'BillingMode':'PROVISIONED'," + TableFixture.units(1, 1));
    }

    assertThat(tables.updateError("orders", "'BillingMode':'PAY_PER_REQUEST'"))
        .isEqualTo(
            LIMIT
                + "Update to PayPerRequest mode are limited to 4 times in 1 day(s). Last update at"
                + " Sun Mar 01 12:00:00 UTC 2026. Next update can be made at Mon Mar 02 12:00:00"
                + " UTC 2026");
    tables.advance(24 * 3600);
    tables.update("orders", "'BillingMode':'PAY_PER_REQUEST'");
  }

  @Test
  void limitsChangesOfTheTableClass() {
    tables.create("orders");
    tables.update("orders", "'TableClass':'STANDARD_INFREQUENT_ACCESS'");
    tables.update("orders", "'TableClass':'STANDARD'");

    assertThat(tables.updateError("orders", "'TableClass':'STANDARD_INFREQUENT_ACCESS'"))
        .isEqualTo(
            LIMIT
                + "Update to TableClass are limited to 2 times in 30 day(s). Last update at Sun Mar"
                + " 01 12:00:00 UTC 2026. Next update can be made at Tue Mar 31 12:00:00 UTC 2026");
  }

  @Test
  void refusesTheEncryptionThatTheTableHas() {
    tables.create("orders");
    String managed = "'SSESpecification':{'Enabled':true}";
    String off = "'SSESpecification':{'Enabled':false}";

    assertThat(tables.updateError("orders", off))
        .isEqualTo(INVALID + "Table is already encrypted by default");
    tables.update("orders", managed);
    assertThat(tables.updateError("orders", managed))
        .isEqualTo(INVALID + "Table is already encrypted by given KMSMasterKeyId");
    tables.update("orders", "'SSESpecification':{'Enabled':true,'KMSMasterKeyId':'k'}");
    tables.update("orders", off);
  }

  @Test
  void refusesADefinitionThatIsGivenTwice() {
    tables.create("orders");
    String twice = "'AttributeDefinitions':[{'AttributeName':'gpk','AttributeType':'N'},";

    assertThat(
            tables.updateError(
                "orders",
                TableFixture.addIndex("index").replace("'AttributeDefinitions':[", twice)))
        .isEqualTo(INVALID + "Duplicate AttributeName in AttributeDefinitions: gpk");
  }

  @Test
  void takesOnlyTheDefinitionsOfTheRequest() {
    tables.create("orders");
    String create =
        """
        'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'index',
          'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'ALL'}}}]
        """;

    assertThat(tables.updateError("orders", create))
        .isEqualTo(
            "ValidationException Invalid KeySchema: Some index key attribute have no definition");
    assertThat(
            tables.updateError(
                "orders",
                "'AttributeDefinitions':[{'AttributeName':'x','AttributeType':'S'}]," + create))
        .isEqualTo(
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions. Keys: [pk],"
                + " AttributeDefinitions: [x]");
  }

  @Test
  void requiresTheUnitsOfANewIndexToFitTheMode() {
    tables.create("orders");
    tables.createProvisioned("provisioned", 1, 1);

    assertThat(tables.updateError("provisioned", TableFixture.addIndex("index")))
        .isEqualTo(INVALID + "ProvisionedThroughput is not specified for index: index");
    assertThat(
            tables.updateError(
                "orders",
                TableFixture.addIndex("index")
                    .replace("'Projection'", TableFixture.units(1, 1) + ",'Projection'")))
        .isEqualTo(
            INVALID
                + "ProvisionedThroughput should not be specified for index: index when BillingMode"
                + " is PAY_PER_REQUEST");
  }

  @Test
  void refusesToReplicateToTheLocalRegion() {
    tables.create("orders");

    assertThat(tables.updateError("orders", replica("us-east-1")))
        .isEqualTo(
            "ValidationException Cannot add, delete, or update the local region through"
                + " ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.");
  }

  private void createWithIndexes(String capacity, String indexUnits) {
    String index =
        """
        {'IndexName':'%s','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'Projection':{'ProjectionType':'ALL'}%s}
        """;
    tables.create(
        TableFixture.CALLER,
        "orders",
        capacity
            + ",'GlobalSecondaryIndexes':["
            + index.formatted("index3", indexUnits)
            + ","
            + index.formatted("index4", indexUnits)
            + "]");
  }

  private static String updateIndex(String index, String members) {
    return "'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'%s',%s}}]"
        .formatted(index, members);
  }

  private static String replica(String region) {
    return "'ReplicaUpdates':[{'Create':{'RegionName':'" + region + "'}}]";
  }
}
