package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.Emulator;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where assertions about tables and items begin.
 *
 * <pre>{@code
 * assertThat(client, "orders").hasItemCount(2);
 * assertThat(client, "orders")
 *     .item(Map.of("customer", "ada", "number", 7))
 *     .hasValue("lines[0].count", 2)
 *     .hasNoAttribute("cancelled");
 * }</pre>
 */
public final class DynamoAssertions {

  private DynamoAssertions() {}

  /** About a table, through the emulator itself: nothing of the AWS SDK is needed. */
  public static TableAssert assertThat(Emulator emulator, String table) {
    return new TableAssert(new EmulatorTable(emulator, table));
  }

  /** About a table, through a client; that of an emulator or of the service. */
  public static TableAssert assertThat(DynamoDbClient client, String table) {
    return new TableAssert(new SdkTable(client, table));
  }

  /** About a table as its class maps it. */
  public static TableAssert assertThat(DynamoDbTable<?> table) {
    return new TableAssert(new MappedTable<>(table));
  }

  /** About an item as the client answers it. */
  public static ItemAssert assertThat(Map<String, AttributeValue> item) {
    return new ItemAssert(SdkTree.item(item));
  }

  /** About an item in DynamoDB JSON or plain JSON. */
  public static ItemAssert assertThatItem(String json) {
    return new ItemAssert(Values.item(json));
  }
}
