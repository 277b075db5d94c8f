package dev.dynamoemulator.junit5.bench;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What the first test of each class does. */
final class FirstPut {

  private static final String TABLE = "Music";

  private static long end;

  private FirstPut() {}

  /** The time at which the last item was put. */
  static long end() {
    return end;
  }

  /** The same client for every endpoint: the lightest of the SDK's own. */
  static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** For those that have no table yet. */
  static void intoNewTable(DynamoDbClient client) {
    client.createTable(
        table ->
            table
                .tableName(TABLE)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("artist")
                        .attributeType("S")
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("artist").keyType("HASH").build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    intoTable(client);
  }

  static void intoTable(DynamoDbClient client) {
    client.putItem(
        put -> put.tableName(TABLE).item(Map.of("artist", AttributeValue.fromS("The Ants"))));
    end = System.nanoTime();
  }
}
