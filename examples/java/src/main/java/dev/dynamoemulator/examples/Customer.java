package dev.dynamoemulator.examples;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;

/** A customer, found by id, by e-mail address, and by country in the order of their turnover. */
@DynamoDbBean
public class Customer {

  private String id;
  private String email;
  private String country;
  private Long turnover;

  @DynamoDbPartitionKey
  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  @DynamoDbSecondaryPartitionKey(indexNames = "byEmail")
  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  @DynamoDbSecondaryPartitionKey(indexNames = "byCountry")
  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  @DynamoDbSecondarySortKey(indexNames = "byCountry")
  public Long getTurnover() {
    return turnover;
  }

  public void setTurnover(Long turnover) {
    this.turnover = turnover;
  }
}
