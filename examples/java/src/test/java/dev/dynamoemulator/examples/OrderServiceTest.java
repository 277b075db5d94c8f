package dev.dynamoemulator.examples;

import static dev.dynamoemulator.junit5.assertions.DynamoAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DynamoEmulator(tables = @Table(file = "template.yaml", parameters = "Stage=test"))
class OrderServiceTest {

  private DynamoDbClient client;
  private OrderService orders;

  @BeforeEach
  void makeService() {
    orders = new OrderService(client, "orders-test");
  }

  @Test
  void placesAnOrder() {
    assertThat(orders.place("7", "tea", 2)).isTrue();

    assertThat(client, "orders-test").item(Map.of("id", "7")).hasValue("count", 2);
  }

  @Test
  void leavesAnOrderOfTheSameIdAsItIs() {
    orders.place("7", "tea", 2);

    assertThat(orders.place("7", "coffee", 1)).isFalse();

    assertThat(orders.productOf("7")).contains("tea");
    assertThat(client, "orders-test").hasItemCount(1);
  }
}
