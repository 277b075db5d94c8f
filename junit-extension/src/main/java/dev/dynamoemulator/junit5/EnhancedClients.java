package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.junit5.Settings.TableSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What the enhanced client offers. Loaded only when a test asks for some of it. */
final class EnhancedClients {

  /** Making one takes milliseconds, and it depends on the class alone. */
  private static final ClassValue<TableSchema<?>> SCHEMAS =
      new ClassValue<>() {
        @Override
        protected TableSchema<?> computeValue(Class<?> type) {
          return type.isRecord()
              ? RecordTableSchema.of(type.asSubclass(Record.class))
              : TableSchema.fromClass(type);
        }
      };

  private final DynamoDbEnhancedClient client;
  private final DynamoDbEnhancedAsyncClient asyncClient;

  EnhancedClients(Emulator emulator) {
    this.client =
        DynamoDbEnhancedClient.builder().dynamoDbClient(emulator.dynamoDbClient()).build();
    this.asyncClient =
        DynamoDbEnhancedAsyncClient.builder()
            .dynamoDbClient(emulator.dynamoDbAsyncClient())
            .build();
  }

  static void createTable(Emulator emulator, TableSource source) {
    DynamoDbEnhancedClient.builder()
        .dynamoDbClient(emulator.dynamoDbClient())
        .build()
        .table(source.tableName(), SCHEMAS.get(source.type()))
        .createTable();
  }

  Object client() {
    return client;
  }

  Object asyncClient() {
    return asyncClient;
  }

  Object table(Class<?> type, String name) {
    return client.table(name, SCHEMAS.get(type));
  }

  Object asyncTable(Class<?> type, String name) {
    return asyncClient.table(name, SCHEMAS.get(type));
  }
}
