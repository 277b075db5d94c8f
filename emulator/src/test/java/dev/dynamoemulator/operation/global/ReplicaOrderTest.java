package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.strong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of two faults is reported. Inferred from the stages of tables.md §1.5. */
class ReplicaOrderTest {

  private GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  @Test
  void reportsTheLocalRegionBeforeTheMissingTable() {
    assertThat(regions.updateError(EAST, "missing", addReplica(EAST)))
        .startsWith("ValidationException Cannot add, delete, or update the local region");
  }

  @Test
  void reportsTheLocalRegionBeforeAnUnknownOne() {
    assertThat(
            regions.updateError(
                EAST,
                "missing",
                "'ReplicaUpdates':[{'Create':{'RegionName':'us-west-9'}},"
                    + "{'Create':{'RegionName':'us-east-1'}}]"))
        .startsWith("ValidationException Cannot add, delete, or update the local region");
  }

  @Test
  void reportsAnUnknownRegionBeforeTheMissingTable() {
    assertThat(regions.updateError(EAST, "missing", addReplica("us-west-9"))).contains("us-west-9");
  }

  @Test
  void reportsTheMissingTableBeforeWhatReplicasNeed() {
    assertThat(regions.updateError(EAST, "missing", strong(WEST)))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: missing not found");
  }

  @Test
  void reportsTheStateOfTheTableBeforeThatOfItsReplicas() {
    regions.close();
    regions = GlobalFixture.delayed();
    regions.create(EAST, "songs");

    assertThat(regions.updateError(EAST, "songs", strong(WEST)))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being created: songs");

    regions.advance(Duration.ofSeconds(2));
    regions.update(EAST, "songs", addReplica(WEST));
    assertThat(regions.updateError(EAST, "songs", addReplica("eu-west-1")))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being updated: songs");
    assertThat(regions.error(EAST, "DeleteTable", "{'TableName':'songs'}"))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being updated: songs");
  }

  @Test
  void reportsATakenNameBeforeTheWriteCapacity() {
    regions.create(WEST, "songs");
    regions.create(
        EAST, "songs", "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}");

    assertThat(regions.updateError(EAST, "songs", addReplica(WEST)))
        .contains("already existed as tables");
  }

  @Test
  void reportsProtectionBehindTheSource() {
    regions.createGlobal("songs", WEST);
    regions.update(EAST, "songs", "'DeletionProtectionEnabled':true");

    assertThat(regions.error(EAST, "DeleteTable", "{'TableName':'songs'}"))
        .startsWith(
            "ValidationException Replica cannot be deleted because it has acted as a source");
  }
}
