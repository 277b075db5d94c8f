package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** By tables.md §7. */
class DeleteTableTest {

  private final TableFixture tables = TableFixture.immediate();
  private final TableFixture delayed = TableFixture.delayed();

  @Test
  void answersTheShortDescription() {
    tables.createProvisioned("orders", 1, 2);
    String id = tables.describe("orders").get("TableId").asText();

    JsonNode deleted = delete(tables, "orders");

    assertThat(deleted)
        .isEqualTo(
            Json.of(
                """
                {'TableName':'orders','TableStatus':'DELETING','TableSizeBytes':0,'ItemCount':0,
                 'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':1,
                   'WriteCapacityUnits':2},'TableId':'%s','DeletionProtectionEnabled':false,
                 'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders'}
                """,
                id));
  }

  /** ScyllaDB Alternator's test_delete_table_description, which passes on the service. */
  @Test
  void answersTheBillingModeOfAnOnDemandTable() {
    tables.create("orders");
    JsonNode billing = tables.describe("orders").get("BillingModeSummary");

    assertThat(delete(tables, "orders").get("BillingModeSummary")).isNotNull().isEqualTo(billing);
  }

  @Test
  void isGoneWhenTheAnswerHasArrived() {
    tables.create("orders");

    delete(tables, "orders");

    assertThat(tables.error("DescribeTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: orders not found");
  }

  @Test
  void reportsATableThatDoesNotExist() {
    assertThat(tables.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: orders not found");
  }

  @Test
  void refusesAProtectedTable() {
    tables.create(
        TableFixture.CALLER,
        "orders",
        "'BillingMode':'PAY_PER_REQUEST','DeletionProtectionEnabled':true");

    assertThat(tables.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ValidationException Resource cannot be deleted as it is currently protected against"
                + " deletion. Disable deletion protection first.");
  }

  @Test
  void refusesATableThatIsBeingCreatedOrUpdated() {
    delayed.create("orders");
    assertThat(delayed.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being created: orders");

    delayed.advance(10);
    delayed.update("orders", "'TableClass':'STANDARD_INFREQUENT_ACCESS'");
    assertThat(delayed.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being updated: orders");
  }

  @Test
  void refusesATableWhoseIndexIsBeingCreated() {
    delayed.create("orders");
    delayed.advance(10);
    delayed.update("orders", TableFixture.addIndex("index"));
    delayed.advance(10);

    assertThat(delayed.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Cannot"
                + " delete table while indexes are being created, updated, or deleted.");
  }

  @Test
  void mayBeRepeatedWhileTheTableGoes() {
    delayed.create("orders");
    delayed.advance(10);
    delete(delayed, "orders");
    delayed.advance(9);

    assertThat(delete(delayed, "orders").get("TableStatus").asText()).isEqualTo("DELETING");
    assertThat(delayed.describe("orders").get("TableStatus").asText()).isEqualTo("DELETING");

    delayed.advance(1);
    assertThat(delayed.error("DescribeTable", "{'TableName':'orders'}"))
        .startsWith("ResourceNotFoundException");
  }

  private static JsonNode delete(TableFixture tables, String name) {
    return tables.call("DeleteTable", "{'TableName':'" + name + "'}").get("TableDescription");
  }
}
