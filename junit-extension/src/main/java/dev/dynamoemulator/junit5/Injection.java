package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.junit5.Settings.TableSource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What tests get injected, of one emulator. It knows the types of the AWS SDK by their names only,
 * so that the SDK need not be there. Thread-safe.
 */
final class Injection {

  private static final String SDK = "software.amazon.awssdk.services.dynamodb.";
  private static final String ENHANCED = "software.amazon.awssdk.enhanced.dynamodb.";

  private static final Set<String> TYPES =
      Set.of(
          URI.class.getName(),
          Emulator.class.getName(),
          SDK + "DynamoDbClient",
          SDK + "DynamoDbAsyncClient",
          SDK + "streams.DynamoDbStreamsClient",
          SDK + "streams.DynamoDbStreamsAsyncClient",
          ENHANCED + "DynamoDbEnhancedClient",
          ENHANCED + "DynamoDbEnhancedAsyncClient",
          ENHANCED + "DynamoDbTable",
          ENHANCED + "DynamoDbAsyncTable");

  private final Emulator emulator;
  private final List<TableSource> tables;
  private EnhancedClients enhanced;

  Injection(Emulator emulator, List<TableSource> tables) {
    this.emulator = emulator;
    this.tables = tables;
  }

  static boolean supports(Class<?> type) {
    return TYPES.contains(type.getName());
  }

  /**
   * @param type one that is supported
   * @param target the parameter or field
   * @throws IllegalArgumentException when it cannot be told which table is meant
   */
  Object value(Class<?> type, Type generic, AnnotatedElement target) {
    return switch (type.getName()) {
      case "java.net.URI" -> emulator.endpoint();
      case "dev.dynamoemulator.Emulator" -> emulator;
      case SDK + "DynamoDbClient" -> emulator.dynamoDbClient();
      case SDK + "DynamoDbAsyncClient" -> emulator.dynamoDbAsyncClient();
      case SDK + "streams.DynamoDbStreamsClient" -> emulator.dynamoDbStreamsClient();
      case SDK + "streams.DynamoDbStreamsAsyncClient" -> emulator.dynamoDbStreamsAsyncClient();
      case ENHANCED + "DynamoDbEnhancedClient" -> enhanced().client();
      case ENHANCED + "DynamoDbEnhancedAsyncClient" -> enhanced().asyncClient();
      case ENHANCED + "DynamoDbTable" ->
          enhanced().table(itemType(generic), tableName(generic, target));
      case ENHANCED + "DynamoDbAsyncTable" ->
          enhanced().asyncTable(itemType(generic), tableName(generic, target));
      default -> throw new IllegalArgumentException("Nothing to inject for " + type.getName());
    };
  }

  private synchronized EnhancedClients enhanced() {
    if (enhanced == null) {
      enhanced = new EnhancedClients(emulator);
    }
    return enhanced;
  }

  private static Class<?> itemType(Type table) {
    if (table instanceof ParameterizedType generic
        && generic.getActualTypeArguments()[0] instanceof Class<?> type) {
      return type;
    }
    throw new IllegalArgumentException(
        "A table is injected for a class of items, such as DynamoDbTable<Order>, not for "
            + table.getTypeName());
  }

  private String tableName(Type generic, AnnotatedElement target) {
    TableName name = target.getAnnotation(TableName.class);
    if (name != null) {
      return name.value();
    }
    Class<?> type = itemType(generic);
    List<String> names =
        tables.stream()
            .filter(table -> table.type() == type)
            .map(TableSource::tableName)
            .distinct()
            .toList();
    if (names.size() != 1) {
      throw new IllegalArgumentException(
          "The tables declared for "
              + type.getSimpleName()
              + " are "
              + names
              + "; @TableName says which is meant");
    }
    return names.get(0);
  }
}
