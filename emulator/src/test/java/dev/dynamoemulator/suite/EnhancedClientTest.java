package dev.dynamoemulator.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;

/** The SDK's mapper for annotated beans, which creates tables, locks and pages in its own way. */
class EnhancedClientTest extends BehaviourTest {

  private static final TableSchema<Customer> SCHEMA = TableSchema.fromBean(Customer.class);

  private DynamoDbEnhancedClient enhanced;
  private DynamoDbTable<Customer> customers;

  @BeforeEach
  void createTableOfBeans() {
    enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    customers = enhanced.table(tableName, SCHEMA);
    customers.createTable();
  }

  @Test
  void createsKeysAndIndexesFromAnnotations() {
    assertThat(client.describeTable(d -> d.tableName(tableName)).table())
        .satisfies(
            table -> {
              assertThat(table.keySchema()).hasSize(2);
              assertThat(table.globalSecondaryIndexes())
                  .singleElement()
                  .satisfies(index -> assertThat(index.indexName()).isEqualTo("byCity"));
              assertThat(table.localSecondaryIndexes())
                  .singleElement()
                  .satisfies(index -> assertThat(index.indexName()).isEqualTo("byRating"));
            });
  }

  @Test
  void keepsBeans() {
    customers.putItem(customer("fr", 1, "Lyon", 4.5));

    Customer found = customers.getItem(key("fr", 1));

    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(customer("fr", 1, "Lyon", 4.5));
    assertThat(customers.getItem(key("fr", 2))).isNull();
  }

  @Test
  void locksOptimistically() {
    customers.putItem(customer("fr", 1, "Lyon", 4.5));
    Customer mine = customers.getItem(key("fr", 1));
    Customer theirs = customers.getItem(key("fr", 1));

    theirs.setCity("Lille");
    Customer updated = customers.updateItem(theirs);
    mine.setCity("Nice");

    assertThat(updated.getVersion()).isEqualTo(mine.getVersion() + 1);
    assertThat(Failure.of(() -> customers.updateItem(mine))).isEqualTo(Failure.condition());
    assertThat(Failure.of(() -> customers.putItem(customer("fr", 1, "Nice", 1))))
        .isEqualTo(Failure.condition());
    assertThat(customers.getItem(key("fr", 1)).getCity()).isEqualTo("Lille");
  }

  @Test
  void queriesTableAndIndexesInOrder() {
    writeSixCustomers();

    assertThat(numbers(customers.query(partition("fr")).items())).containsExactly(1, 2, 3, 4);
    assertThat(
            numbers(
                customers
                    .query(
                        q -> q.queryConditional(partition("fr")).scanIndexForward(false).limit(1))
                    .items()))
        .containsExactly(4, 3, 2, 1);
    assertThat(
            numbers(
                customers
                    .index("byRating")
                    .query(
                        QueryConditional.sortGreaterThan(
                            key -> key.partitionValue("fr").sortValue(2.0)))
                    .stream()
                    .flatMap(page -> page.items().stream())
                    .toList()))
        .containsExactly(2, 1);
    assertThat(
            numbers(
                customers.index("byCity").query(partition("Bonn")).stream()
                    .flatMap(page -> page.items().stream())
                    .toList()))
        .containsExactly(6, 5);
  }

  @Test
  void filtersScansAndDeletesUnderACondition() {
    writeSixCustomers();

    assertThat(
            numbers(
                customers
                    .scan(
                        scan ->
                            scan.filterExpression(
                                Expression.builder()
                                    .expression("city = :c")
                                    .putExpressionValue(":c", Values.s("Bonn"))
                                    .build()))
                    .items()))
        .containsExactlyInAnyOrder(5, 6);
    assertThat(
            Failure.of(
                () ->
                    customers.deleteItem(
                        delete ->
                            delete
                                .key(key("de", 5))
                                .conditionExpression(
                                    Expression.builder()
                                        .expression("attribute_not_exists(city)")
                                        .build()))))
        .isEqualTo(Failure.condition());
  }

  @Test
  void readsBatches() {
    writeSixCustomers();

    assertThat(
            numbers(
                enhanced
                    .batchGetItem(
                        BatchGetItemEnhancedRequest.builder()
                            .readBatches(
                                ReadBatch.builder(Customer.class)
                                    .mappedTableResource(customers)
                                    .addGetItem(key("fr", 2))
                                    .addGetItem(key("de", 6))
                                    .addGetItem(key("de", 7))
                                    .build())
                            .build())
                    .resultsForTable(customers)))
        .containsExactlyInAnyOrder(2, 6);
  }

  @Test
  void writesTransactions() {
    enhanced.transactWriteItems(
        write ->
            write
                .addPutItem(customers, customer("fr", 1, "Lyon", 1))
                .addPutItem(customers, customer("de", 2, "Bonn", 2)));

    assertThat(numbers(customers.scan().items())).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void worksAsynchronously() {
    DynamoDbAsyncTable<Customer> table =
        DynamoDbEnhancedAsyncClient.builder()
            .dynamoDbClient(asyncClient)
            .build()
            .table(tableName, SCHEMA);
    table.putItem(customer("fr", 1, "Lyon", 4.5)).join();
    table.putItem(customer("fr", 2, "Lyon", 4.5)).join();

    List<Customer> found = new ArrayList<>();
    table.query(partition("fr")).items().subscribe(found::add).join();

    assertThat(numbers(found)).containsExactly(1, 2);
    assertThat(Failure.of(() -> join(table, customer("fr", 1, "Nice", 1))))
        .isEqualTo(Failure.condition());
  }

  private static void join(DynamoDbAsyncTable<Customer> table, Customer customer) throws Throwable {
    try {
      table.putItem(customer).join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  /** Without the extension for versions, which batches have no conditions for. */
  private void writeSixCustomers() {
    DynamoDbEnhancedClient unversioned =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build();
    WriteBatch.Builder<Customer> batch =
        WriteBatch.builder(Customer.class)
            .mappedTableResource(unversioned.table(tableName, SCHEMA));
    for (int number = 1; number <= 6; number++) {
      boolean isFrench = number <= 4;
      batch.addPutItem(
          customer(isFrench ? "fr" : "de", number, isFrench ? "Lyon" : "Bonn", 5.0 - number));
    }
    unversioned.batchWriteItem(
        BatchWriteItemEnhancedRequest.builder().addWriteBatch(batch.build()).build());
  }

  private static QueryConditional partition(String value) {
    return QueryConditional.keyEqualTo(key -> key.partitionValue(value));
  }

  private static Key key(String country, int number) {
    return Key.builder().partitionValue(country).sortValue(number).build();
  }

  private static List<Integer> numbers(Iterable<Customer> found) {
    List<Integer> numbers = new ArrayList<>();
    found.forEach(customer -> numbers.add(customer.getNumber()));
    return numbers;
  }

  private static Customer customer(String country, int number, String city, double rating) {
    Customer customer = new Customer();
    customer.setCountry(country);
    customer.setNumber(number);
    customer.setCity(city);
    customer.setRating(rating);
    customer.setPhones(Set.of("+1", "+2"));
    customer.setOrders(List.of("b", "a"));
    customer.setPoints(Map.of("x", 1));
    customer.setActive(true);
    return customer;
  }
}
