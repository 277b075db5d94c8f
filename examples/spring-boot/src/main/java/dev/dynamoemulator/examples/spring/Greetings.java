package dev.dynamoemulator.examples.spring;

import java.util.Map;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Greetings in many languages. */
@Service
public class Greetings {

  private final DynamoDbClient client;

  Greetings(DynamoDbClient client) {
    this.client = client;
  }

  public String in(String language) {
    return client
        .getItem(
            get ->
                get.tableName("greetings").key(Map.of("language", AttributeValue.fromS(language))))
        .item()
        .get("text")
        .s();
  }
}
