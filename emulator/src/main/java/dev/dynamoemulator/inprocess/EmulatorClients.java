package dev.dynamoemulator.inprocess;

import dev.dynamoemulator.protocol.Dispatcher;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of one emulator, one of each kind, made when first asked for. Thread-safe. */
public final class EmulatorClients implements AutoCloseable {

  private final Dispatcher dispatcher;
  private final Map<Class<?>, SdkAutoCloseable> clients = new HashMap<>();

  public EmulatorClients(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  public DynamoDbClient dynamoDb() {
    return client(DynamoDbClient.class, InProcessClients::dynamoDb);
  }

  public DynamoDbAsyncClient dynamoDbAsync() {
    return client(DynamoDbAsyncClient.class, InProcessClients::dynamoDbAsync);
  }

  public DynamoDbStreamsClient dynamoDbStreams() {
    return client(DynamoDbStreamsClient.class, InProcessClients::dynamoDbStreams);
  }

  public DynamoDbStreamsAsyncClient dynamoDbStreamsAsync() {
    return client(DynamoDbStreamsAsyncClient.class, InProcessClients::dynamoDbStreamsAsync);
  }

  private synchronized <T extends SdkAutoCloseable> T client(
      Class<T> type, Function<Dispatcher, T> maker) {
    return type.cast(clients.computeIfAbsent(type, absent -> maker.apply(dispatcher)));
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(SdkAutoCloseable::close);
  }
}
