package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@DynamoEmulator(tables = {@Table(Order.class), @Table(value = Customer.class, name = "customers")})
class InjectionTest {

  private static Emulator ofClass;

  private final DynamoDbClient ofConstructor;
  private DynamoDbClient ofField;
  private DynamoDbTable<Customer> customers;

  @TableName("customers")
  private DynamoDbTable<Customer> named;

  private DynamoDbClient ofBeforeEach;

  InjectionTest(DynamoDbClient client) {
    ofConstructor = client;
  }

  @BeforeAll
  static void allGetTheSameEmulator(Emulator emulator) {
    assertThat(emulator).isSameAs(ofClass);
  }

  @BeforeEach
  void keep(DynamoDbClient client) {
    ofBeforeEach = client;
  }

  @Test
  void injectsWhereverItIsAskedFor(DynamoDbClient ofMethod) {
    assertThat(List.of(ofConstructor, ofField, ofBeforeEach)).containsOnly(ofMethod);
    assertThat(ofMethod).isSameAs(ofClass.dynamoDbClient());
    assertThat(ofMethod.listTables().tableNames()).containsExactly("Order", "customers");
    assertThat(customers.tableName()).isEqualTo("customers").isEqualTo(named.tableName());
  }

  @Test
  void injectsEveryClient(
      DynamoDbAsyncClient async,
      DynamoDbStreamsClient streams,
      DynamoDbStreamsAsyncClient asyncStreams,
      DynamoDbEnhancedClient enhanced,
      DynamoDbEnhancedAsyncClient enhancedAsync,
      DynamoDbAsyncTable<Order> asyncOrders) {
    assertThat(async.listTables().join().tableNames()).hasSize(2);
    assertThat(streams.listStreams().streams()).isEmpty();
    assertThat(asyncStreams.listStreams().join().streams()).isEmpty();
    assertThat(enhanced).isNotNull();
    assertThat(enhancedAsync).isNotNull();

    asyncOrders.putItem(Order.of("ada", 1)).join();
    assertThat(asyncOrders.getItem(Key.builder().partitionValue("ada").sortValue(1).build()).join())
        .isEqualTo(Order.of("ada", 1));
  }

  @Test
  void makesTablesOfRecordsWithTheirIndexes(DynamoDbTable<Order> orders) {
    Order order = Order.of("ada", 7);
    orders.putItem(order);
    orders.putItem(new Order("bob", 1, null, null, null, null));

    assertThat(orders.getItem(Key.builder().partitionValue("ada").sortValue(7).build()))
        .isEqualTo(order);
    assertThat(
            orders
                .index("byStatus")
                .query(QueryConditional.keyEqualTo(Key.builder().partitionValue("OPEN").build()))
                .stream()
                .flatMap(page -> page.items().stream()))
        .containsExactly(order);
  }

  @Test
  void makesTablesOfBeansWithTheirIndexes(DynamoDbClient client) {
    assertThat(
            client
                .describeTable(table -> table.tableName("customers"))
                .table()
                .globalSecondaryIndexes())
        .extracting(index -> index.indexName())
        .containsExactly("byEmail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void injectsBehindTheArgumentsOfParameterizedTests(String id, DynamoDbTable<Customer> table) {
    assertThat(table.scan().items()).as("each starts anew").isEmpty();
    Customer customer = new Customer();
    customer.setId(id);
    table.putItem(customer);
  }

  @Test
  @Tag("endpoint")
  void answersAtTheEndpoint(URI endpoint) {
    try (DynamoDbClient remote =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(
                () ->
                    software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(
                        "any", "any"))
            .build()) {
      assertThat(remote.listTables().tableNames()).containsExactly("Order", "customers");
    }
  }
}
