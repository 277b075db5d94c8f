package dev.dynamoemulator.junit5;

import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A record of two keys with an index. */
record Order(
    @DynamoDbPartitionKey String customer,
    @DynamoDbSortKey int number,
    @DynamoDbSecondaryPartitionKey(indexNames = "byStatus") String status,
    @DynamoDbSecondarySortKey(indexNames = "byStatus") @DynamoDbAttribute("placed_at")
        Long placedAt,
    BigDecimal total,
    List<Line> lines) {

  record Line(String product, int count) {}

  static Order of(String customer, int number) {
    return new Order(
        customer,
        number,
        "OPEN",
        1_700_000_000L,
        new BigDecimal("12.5"),
        List.of(new Line("tea", 2)));
  }
}
