package dev.dynamoemulator.examples;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Makes a table, puts three users, scans them back with exact numbers and drops the table. */
public final class FirstSession {

  private static final Map<String, String> BALANCES =
      Map.of(
          "ada", "12345678901234567890.123456789",
          "bob", "0.1",
          "eve", "-99999999999999999999999999999999999999");

  private FirstSession() {}

  public static void main(String[] arguments) {
    try (DynamoDbClient client = DynamoDbClient.create()) {
      run(client);
    }
  }

  private static void run(DynamoDbClient client) {
    client.createTable(
        table ->
            table
                .tableName("usertable")
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("userid")
                        .attributeType("S")
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("userid").keyType("HASH").build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    client.waiter().waitUntilTableExists(table -> table.tableName("usertable"));

    BALANCES.forEach(
        (userid, balance) ->
            client.putItem(
                put ->
                    put.tableName("usertable")
                        .item(
                            Map.of(
                                "userid", AttributeValue.fromS(userid),
                                "balance", AttributeValue.fromN(balance)))));
    Map<String, String> found =
        client.scan(scan -> scan.tableName("usertable")).items().stream()
            .collect(toMap(item -> item.get("userid").s(), item -> item.get("balance").n()));
    if (!found.equals(BALANCES)) {
      throw new IllegalStateException("Expected " + BALANCES + " but found " + found);
    }
    System.out.println(found);

    client.deleteTable(table -> table.tableName("usertable"));
    client.waiter().waitUntilTableNotExists(table -> table.tableName("usertable"));
  }
}
