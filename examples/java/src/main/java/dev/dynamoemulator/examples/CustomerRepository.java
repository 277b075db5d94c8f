package dev.dynamoemulator.examples;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/** Customers by what they are asked for. */
public final class CustomerRepository {

  private final DynamoDbIndex<Customer> byEmail;
  private final DynamoDbIndex<Customer> byCountry;

  public CustomerRepository(DynamoDbTable<Customer> table) {
    this.byEmail = table.index("byEmail");
    this.byCountry = table.index("byCountry");
  }

  public Optional<Customer> withEmail(String email) {
    return all(byEmail, QueryEnhancedRequest.builder().queryConditional(equalTo(email)).build())
        .stream()
        .findFirst();
  }

  /** Those with the highest turnover first. */
  public List<Customer> bestIn(String country) {
    return all(
        byCountry,
        QueryEnhancedRequest.builder()
            .queryConditional(equalTo(country))
            .scanIndexForward(false)
            .build());
  }

  private static QueryConditional equalTo(String partitionKey) {
    return QueryConditional.keyEqualTo(Key.builder().partitionValue(partitionKey).build());
  }

  private static List<Customer> all(DynamoDbIndex<Customer> index, QueryEnhancedRequest query) {
    return index.query(query).stream().flatMap(page -> page.items().stream()).toList();
  }
}
