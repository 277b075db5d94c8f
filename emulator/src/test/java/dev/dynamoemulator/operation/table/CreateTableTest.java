package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CreateTableTest {

  private final TableFixture tables = TableFixture.immediate();

  @Test
  void answersCreatingAndIsActiveAfterwards() {
    JsonNode created =
        tables
            .call(
                "CreateTable",
                """
                {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}
                """)
            .get("TableDescription");

    assertThat(created.get("TableStatus").asText()).isEqualTo("CREATING");
    assertThat(tables.describe("orders").get("TableStatus").asText()).isEqualTo("ACTIVE");
  }
}
