package dev.dynamoemulator.suite;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Runs the tests of a class once per way in, each with a table name of its own. */
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(WaysIn.class)
abstract class BehaviourTest {

  @Parameter WayIn wayIn;

  DynamoDbClient client;
  DynamoDbAsyncClient asyncClient;

  /** Named from class and test; the table is the test's to make and is dropped after it. */
  String tableName;

  @BeforeEach
  final void nameTable(TestInfo test) {
    client = wayIn.client();
    asyncClient = wayIn.asyncClient();
    tableName =
        getClass().getSimpleName()
            + "."
            + test.getTestMethod().orElseThrow().getName()
            + "."
            + wayIn.name().replace(' ', '-');
  }

  @AfterEach
  final void dropTable() {
    try {
      client.deleteTable(table -> table.tableName(tableName));
    } catch (ResourceNotFoundException e) {
      return;
    }
  }

  /** What {@link TestTable} makes, under this test's name. */
  final TestTable table() {
    return new TestTable(client, tableName);
  }
}
