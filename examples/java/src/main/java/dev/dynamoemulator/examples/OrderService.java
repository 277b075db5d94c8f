package dev.dynamoemulator.examples;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Places and finds orders; what an application would have. */
public final class OrderService {

  private final DynamoDbClient client;
  private final String table;

  public OrderService(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Whether it was placed; an order with the same id is left as it is. */
  public boolean place(String id, String product, int count) {
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "id", AttributeValue.fromS(id),
                          "product", AttributeValue.fromS(product),
                          "count", AttributeValue.fromN(Integer.toString(count))))
                  .conditionExpression("attribute_not_exists(id)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  public Optional<String> productOf(String id) {
    Map<String, AttributeValue> order =
        client
            .getItem(get -> get.tableName(table).key(Map.of("id", AttributeValue.fromS(id))))
            .item();
    return Optional.ofNullable(order.get("product")).map(AttributeValue::s);
  }
}
