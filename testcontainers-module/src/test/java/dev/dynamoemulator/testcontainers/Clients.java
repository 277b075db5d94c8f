package dev.dynamoemulator.testcontainers;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What tests ask of a container. */
final class Clients {

  private Clients() {}

  static DynamoDbClient of(DynamoEmulatorContainer emulator) {
    return of(emulator, emulator.getRegion());
  }

  static DynamoDbClient of(DynamoEmulatorContainer emulator, String region) {
    return DynamoDbClient.builder()
        .endpointOverride(emulator.getEndpoint())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(emulator.getAccessKey(), emulator.getSecretKey())))
        .build();
  }

  static void createTable(DynamoDbClient client, String name) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .attributeDefinitions(
                    AttributeDefinition.builder().attributeName("id").attributeType("S").build())
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType("HASH").build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }
}
