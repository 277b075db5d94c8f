package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

@DynamoEmulator(
    tables = {
      @Table(file = "template.yaml", parameters = "Stage=test"),
      @Table(file = "music.json", name = "songs")
    })
class TablesAndSeedsTest {

  private DynamoDbClient client;

  private Map<String, AttributeValue> user(String id) {
    return client
        .getItem(get -> get.tableName("users-test").key(Map.of("id", AttributeValue.fromS(id))))
        .item();
  }

  @Test
  void createsTheTablesOfFiles() {
    assertThat(client.listTables().tableNames()).containsExactly("songs", "users-test");
    assertThat(
            client
                .describeTimeToLive(describe -> describe.tableName("users-test"))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expires");
  }

  @Test
  void loadsTheSeedNamedAfterTheClass() {
    assertThat(user("ada"))
        .containsEntry("age", AttributeValue.fromN("36"))
        .containsEntry("tags", AttributeValue.fromSs(java.util.List.of("a", "b")));
    assertThat(user("bob")).containsEntry("age", AttributeValue.fromN("7.5"));
    assertThat(client.scan(scan -> scan.tableName("songs")).count()).isEqualTo(1);
  }

  @Test
  @Seed("users-test.csv")
  void loadsItsOwnSeedInstead() {
    assertThat(user("ada")).isEmpty();
    assertThat(user("eve"))
        .isEqualTo(
            Map.of(
                "id", AttributeValue.fromS("eve"),
                "zip", AttributeValue.fromS("01234"),
                "age", AttributeValue.fromN("5"),
                "tags", AttributeValue.fromSs(java.util.List.of("x", "y"))));
  }

  @Test
  @Seed({})
  void startsWithEmptyTables() {
    assertThat(client.scan(scan -> scan.tableName("users-test")).count()).isZero();
  }

  @Test
  void loadsTheSeedNamedAfterTheMethod() {
    assertThat(client.scan(scan -> scan.tableName("users-test")).items())
        .containsExactly(Map.of("id", AttributeValue.fromS("only")));
  }

  @Test
  void hasTablesActiveFromTheStartHoweverLongTheyAreInTheMakingLater() {
    Runs.assertSucceeded(Runs.of(Delayed.class), 1);
  }

  @DynamoEmulator(
      tables = {
        @Table(Order.class),
        @Table(file = "template.yaml", parameters = "Stage=test"),
      },
      seed = "users-test.csv",
      options = {"delayTransientStatuses=true", "clock=2026-01-01T00:00:00Z"})
  static class Delayed {

    @Test
    void findsTablesAndItems(Emulator emulator, DynamoDbClient client) {
      assertThat(client.describeTable(table -> table.tableName("Order")).table().tableStatus())
          .isEqualTo(TableStatus.ACTIVE);
      assertThat(client.scan(scan -> scan.tableName("users-test")).count()).isPositive();
      assertThat(emulator.clock().instant()).isEqualTo("2026-01-01T00:00:00Z");
    }
  }

  @Nested
  class Inside {

    @Test
    void findsTheSeedOfTheOuterClass() {
      assertThat(user("ada")).isNotEmpty();
    }

    @Nested
    @DynamoEmulator
    class WithItsOwn {

      @Test
      void findsNothing(Emulator emulator) {
        assertThat(emulator.dynamoDbClient().listTables().tableNames()).isEmpty();
      }
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    Runs.of(Missing.class)
        .containerEvents()
        .failed()
        .assertEventsMatchExactly(
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.message(
                    "There is no absent.json beside "
                        + Missing.class.getName()
                        + ", at the root of the class path or in the working directory")));
  }

  @DynamoEmulator(seed = "absent.json")
  static class Missing {
    @Test
    void test() {}
  }
}
