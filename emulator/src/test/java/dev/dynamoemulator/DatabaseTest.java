package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Ids;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database keeps for itself, which no request shows. */
class DatabaseTest {

  private final EmulatorOptions options = EmulatorOptions.builder().build();
  private final Database database =
      Database.open(DatabaseSettings.of(options, AdjustableClock.system(), Ids.seeded(1)));

  @AfterEach
  void close() {
    database.close();
  }

  private void call(String operation, String request) {
    byte[] body = request.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    DirectCalls.of(database, options).call(operation, body);
  }

  private void createIndexed(String table) {
    call(
        "CreateTable",
        """
        {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'GlobalSecondaryIndexes':[{'IndexName':'byKey',
          'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'ALL'}}]}"""
            .formatted(table));
    call("PutItem", "{'TableName':'%s','Item':{'pk':{'S':'a'}}}".formatted(table));
  }

  @Test
  void forgetsTheSizesOfIndexesThatAreGone() {
    createIndexed("things");
    assertThat(database.content().sizes()).hasSize(2);

    call(
        "UpdateTable",
        "{'TableName':'things','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'byKey'}}]}");

    assertThat(database.content().sizes()).hasSize(1);
  }

  @Test
  void forgetsTheSizesOfTablesThatAreGone() {
    createIndexed("things");

    call("DeleteTable", "{'TableName':'things'}");

    assertThat(database.content().sizes()).isEmpty();
  }
}
