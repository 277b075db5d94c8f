package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.junit5.Settings.TableSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What the enhanced client offers. Loaded only when a test asks for some of it. Thread-safe. */
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

  private final Emulator emulator;
  private DynamoDbEnhancedClient client;
  private DynamoDbEnhancedAsyncClient asyncClient;

  EnhancedClients(Emulator emulator) {
    this.emulator = emulator;
  }

  static void createTable(Emulator emulator, TableSource source) {
    new EnhancedClients(emulator)
        .client()
        .table(source.tableName(), SCHEMAS.get(source.type()))
        .createTable();
  }

  synchronized DynamoDbEnhancedClient client() {
    if (client == null) {
      client = DynamoDbEnhancedClient.builder().dynamoDbClient(emulator.dynamoDbClient()).build();
    }
    return client;
  }

  synchronized DynamoDbEnhancedAsyncClient asyncClient() {
    if (asyncClient == null) {
      asyncClient =
          DynamoDbEnhancedAsyncClient.builder()
              .dynamoDbClient(emulator.dynamoDbAsyncClient())
              .build();
    }
    return asyncClient;
  }

  Object table(Class<?> type, String name) {
    return client().table(name, SCHEMAS.get(type));
  }

  Object asyncTable(Class<?> type, String name) {
    return asyncClient().table(name, SCHEMAS.get(type));
  }
}
