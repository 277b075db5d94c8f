package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * What everybody does first: the table {@code usertable}, three users, a scan, and away with it.
 */
class FirstSessionTest extends BehaviourTest {

  private static final String USERS = "usertable";

  private static final Map<String, String> BALANCES =
      Map.of(
          "ada", "12345678901234567890.123456789",
          "bob", "0.1",
          "eve", "-99999999999999999999999999999999999999");

  @AfterEach
  void dropUsers() {
    try {
      client.deleteTable(table -> table.tableName(USERS));
    } catch (ResourceNotFoundException e) {
      return;
    }
  }

  @Test
  void worksWithTheClientThatWaits() {
    client.createTable(createUsers());
    assertThat(
            client
                .waiter()
                .waitUntilTableExists(table -> table.tableName(USERS))
                .matched()
                .response()
                .orElseThrow()
                .table()
                .tableStatus())
        .isEqualTo(TableStatus.ACTIVE);

    BALANCES.forEach((userid, balance) -> client.putItem(putUser(userid, balance)));
    assertThat(balances(client.scan(scan -> scan.tableName(USERS)).items())).isEqualTo(BALANCES);

    client.deleteTable(table -> table.tableName(USERS));
    client.waiter().waitUntilTableNotExists(table -> table.tableName(USERS));
    assertThat(client.listTables().tableNames()).doesNotContain(USERS);
  }

  @Test
  void worksWithTheAsynchronousClient() {
    asyncClient.createTable(createUsers()).join();
    asyncClient.waiter().waitUntilTableExists(table -> table.tableName(USERS)).join();

    CompletableFuture<?>[] puts =
        BALANCES.entrySet().stream()
            .map(user -> asyncClient.putItem(putUser(user.getKey(), user.getValue())))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(puts).join();
    assertThat(balances(asyncClient.scan(scan -> scan.tableName(USERS)).join().items()))
        .isEqualTo(BALANCES);

    asyncClient.deleteTable(table -> table.tableName(USERS)).join();
    asyncClient.waiter().waitUntilTableNotExists(table -> table.tableName(USERS)).join();
    assertThat(asyncClient.listTables().join().tableNames()).doesNotContain(USERS);
  }

  private static CreateTableRequest createUsers() {
    return CreateTableRequest.builder()
        .tableName(USERS)
        .attributeDefinitions(TestTable.definition("userid", "S"))
        .keySchema(TestTable.element("userid", KeyType.HASH))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  private static PutItemRequest putUser(String userid, String balance) {
    return PutItemRequest.builder()
        .tableName(USERS)
        .item(Map.of("userid", s(userid), "balance", n(balance)))
        .build();
  }

  private static Map<String, String> balances(List<Map<String, AttributeValue>> users) {
    return users.stream()
        .collect(toMap(user -> user.get("userid").s(), user -> user.get("balance").n()));
  }
}
