package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.b;
import static dev.dynamoemulator.suite.Values.l;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.ns;
import static dev.dynamoemulator.suite.Values.s;
import static dev.dynamoemulator.suite.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Faults as clients receive them: the code that the SDK maps, and the whole text. */
class ErrorTest extends BehaviourTest {

  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"), "sk", n(1));
  private static final String PREFIX = "1 validation error detected: ";
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  static Stream<Arguments> faults() {
    return Stream.of(
        // protocol.md §6
        putFault(
            "ab!",
            KEY,
            PREFIX
                + "Value 'ab!' at 'tableName' failed to satisfy constraint: Member must satisfy regular"
                + " expression pattern: [a-zA-Z0-9_.-]+"),
        fault(
            "an enum of its own",
            (client, table) ->
                client.query(
                    query ->
                        query
                            .tableName(table)
                            .keyConditionExpression("pk = :p")
                            .expressionAttributeValues(Map.of(":p", s("a")))
                            .select("INVALID_VALUE")),
            PREFIX
                + "Value 'INVALID_VALUE' at 'select' failed to satisfy constraint: Member must"
                + " satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES,"
                + " ALL_PROJECTED_ATTRIBUTES]"),
        fault(
            "Scan Limit 0",
            (client, table) -> client.scan(scan -> scan.tableName(table).limit(0)),
            PREFIX
                + "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater"
                + " than or equal to 1"),
        // data-model.md §4, §6
        putFault(
            "an item without sort key",
            Map.of("pk", s("a")),
            INVALID + "Missing the key sk in the item"),
        putFault(
            "a key of another type",
            Map.of("pk", s("a"), "sk", s("1")),
            INVALID + "Type mismatch for key sk expected: N actual: S"),
        putFault(
            "an empty key",
            Map.of("pk", s(""), "sk", n(1)),
            NOT_VALID
                + "The AttributeValue for a key attribute cannot contain an empty string value."
                + " Key: pk"),
        putFault(
            "a long partition key",
            Map.of("pk", s("x".repeat(2049)), "sk", n(1)),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        putFault(
            "a word as number",
            with("v", n("NaN")),
            PREFIX + "The parameter cannot be converted to a numeric value: NaN"),
        putFault(
            "a number too large",
            with("v", n("1E126")),
            PREFIX
                + "Number overflow. Attempting to store a number with magnitude larger than"
                + " supported range"),
        putFault(
            "a number too small",
            with("v", n("1E-131")),
            PREFIX
                + "Number underflow. Attempting to store a number with magnitude smaller than"
                + " supported range"),
        putFault(
            "39 digits",
            with("v", n("123456789012345678901234567890123456789")),
            PREFIX + "Attempting to store more than 38 significant digits in a Number"),
        putFault(
            "an empty set",
            with("v", AttributeValue.builder().ss(new String[0]).build()),
            PREFIX + INVALID + "An string set  may not be empty"),
        putFault(
            "a set with duplicates",
            with("v", ss("a", "a")),
            PREFIX + INVALID + "Input collection [\"a\", \"a\"] contains duplicates."),
        putFault(
            "a number set with duplicates",
            with("v", l(ns("1", "1.0"))),
            PREFIX + "Input collection contains duplicates"),
        putFault(
            "NULL that is false",
            with("v", AttributeValue.fromNul(false)),
            PREFIX + INVALID + "Null attribute value types must have the value of true"),
        putFault(
            "a value of no type",
            with("v", AttributeValue.builder().build()),
            PREFIX
                + "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        putFault(
            "33 levels",
            with("v", nested(32)),
            PREFIX
                + "Nesting Levels have exceeded supported limits: Attributes in the item have"
                + " nested levels beyond supported limit"),
        fault(
            "a key that is too short",
            (client, table) ->
                client.getItem(get -> get.tableName(table).key(Map.of("pk", s("a")))),
            "The provided key element does not match the schema"),
        fault(
            "a key of another type on a read",
            (client, table) ->
                client.getItem(get -> get.tableName(table).key(Map.of("pk", b(1), "sk", n(1)))),
            "The provided key element does not match the schema"),
        // expressions.md §2 to §8
        updateFault(
            "SET a = :v",
            Map.of(),
            "An expression attribute value used in expression is"
                + " not defined; attribute value: :v"),
        updateFault(
            "SET size = :v",
            Map.of(":v", n(1)),
            "Attribute name is a reserved keyword; reserved keyword: size"),
        updateFault(
            "SET a = :v, a.b = :v",
            Map.of(":v", n(1)),
            "Two document paths overlap with each other; must remove or rewrite one of these"
                + " paths; path one: [a], path two: [a, b]"),
        updateFault(
            "SET a = :v SET b = :v",
            Map.of(":v", n(1)),
            "The \"SET\" section can only be used once in an update expression;"),
        updateFault(
            "ADD a :v",
            Map.of(":v", s("x")),
            "Incorrect operand type for operator or function; operator: ADD, operand type: STRING,"
                + " typeSet: ALLOWED_FOR_ADD_OPERAND"),
        updateFault("SET a", Map.of(":v", n(1)), "Syntax error; token: \"<EOF>\", near: \"a\""),
        fault(
            "a value that is not used",
            (client, table) ->
                client.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(KEY)
                            .updateExpression("REMOVE a")
                            .conditionExpression("b = :b")
                            .expressionAttributeValues(Map.of(":b", n(1), ":c", n(1)))),
            PREFIX
                + "Value provided in ExpressionAttributeValues unused in expressions: keys: {:c}"),
        fault(
            "a key as target",
            (client, table) ->
                client.updateItem(
                    update -> update.tableName(table).key(KEY).updateExpression("REMOVE sk")),
            INVALID + "Cannot update attribute sk. This attribute is part of the key"),
        fault(
            "a missing operand",
            (client, table) ->
                client.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(KEY)
                            .updateExpression("SET a = b + :v")
                            .expressionAttributeValues(Map.of(":v", n(1)))),
            "The provided expression refers to an attribute that does not exist in the item"),
        fault(
            "a missing parent",
            (client, table) ->
                client.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(KEY)
                            .updateExpression("SET a.b = :v")
                            .expressionAttributeValues(Map.of(":v", n(1)))),
            "The document path provided in the update expression is invalid for update"),
        fault(
            "a query without partition key",
            (client, table) ->
                client.query(
                    query ->
                        query
                            .tableName(table)
                            .keyConditionExpression("sk = :v")
                            .expressionAttributeValues(Map.of(":v", n(1)))),
            "Query condition missed key schema element: pk"),
        fault(
            "a filter on a key",
            (client, table) ->
                client.query(
                    query ->
                        query
                            .tableName(table)
                            .keyConditionExpression("pk = :p")
                            .filterExpression("sk > :v")
                            .expressionAttributeValues(Map.of(":p", s("a"), ":v", n(1)))),
            "Filter Expression can only contain non-primary key attributes: Primary key attribute:"
                + " sk"),
        fault(
            "an unknown index",
            (client, table) -> client.scan(scan -> scan.tableName(table).indexName("none")),
            "The table does not have the specified index: none"),
        fault(
            "a segment alone",
            (client, table) -> client.scan(scan -> scan.tableName(table).segment(0)),
            "The TotalSegments parameter is required but was not present in the request when"
                + " Segment parameter is present"),
        fault(
            "a start key of another shape",
            (client, table) ->
                client.scan(scan -> scan.tableName(table).exclusiveStartKey(Map.of("pk", s("a")))),
            "The provided starting key is invalid: The provided key element does not match the"
                + " schema"),
        // legacy.md §1
        fault(
            "both generations at once",
            (client, table) ->
                client.putItem(
                    put ->
                        put.tableName(table)
                            .item(KEY)
                            .conditionExpression("attribute_exists(pk)")
                            .expected(
                                Map.of(
                                    "pk", ExpectedAttributeValue.builder().exists(false).build()))),
            PREFIX
                + "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {Expected} Expression parameters:"
                + " {ConditionExpression}"));
  }

  private static Arguments fault(
      String name, BiConsumer<DynamoDbClient, String> call, String message) {
    return arguments(name, call, message);
  }

  private static Arguments putFault(String name, Map<String, AttributeValue> item, String message) {
    BiConsumer<DynamoDbClient, String> call =
        (client, table) ->
            client.putItem(put -> put.tableName(name.equals("ab!") ? name : table).item(item));
    return arguments(name, call, message);
  }

  private static Arguments updateFault(
      String expression, Map<String, AttributeValue> values, String message) {
    BiConsumer<DynamoDbClient, String> call =
        (client, table) ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(KEY)
                        .updateExpression(expression)
                        .expressionAttributeValues(values.isEmpty() ? null : values));
    return arguments(expression, call, PREFIX + "Invalid UpdateExpression: " + message);
  }

  private static Map<String, AttributeValue> with(String name, AttributeValue value) {
    return Map.of("pk", s("a"), "sk", n(1), name, value);
  }

  private static AttributeValue nested(int levels) {
    AttributeValue value = s("x");
    for (int level = 0; level < levels; level++) {
      value = l(value);
    }
    return value;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void answersFaultsInTheServicesWords(
      String name, BiConsumer<DynamoDbClient, String> call, String message) {
    TestTable table = table().create("pk:S", "sk:N");

    assertThat(Failure.of(() -> call.accept(client, tableName)))
        .isEqualTo(Failure.validation(message));

    assertThat(table.scan()).isEmpty();
  }

  @Test
  void missesTablesThatDoNotExist() {
    assertThat(Failure.of(() -> client.getItem(get -> get.tableName(tableName).key(KEY))))
        .isEqualTo(Failure.notFound("Requested resource not found"));
    assertThat(Failure.of(() -> client.describeTable(table -> table.tableName(tableName))))
        .isEqualTo(
            Failure.notFound("Requested resource not found: Table: " + tableName + " not found"));
  }

  @Test
  void refusesASecondTableOfTheSameName() {
    table().create("pk:S");

    assertThat(Failure.of(() -> table().create("pk:S")))
        .isEqualTo(Failure.inUse("Table already exists: " + tableName));
  }

  @Test
  void namesRequestAndStatus() {
    ResourceNotFoundException thrown =
        catchThrowableOfType(
            ResourceNotFoundException.class,
            () -> client.getItem(get -> get.tableName(tableName).key(KEY)));

    assertThat(thrown.statusCode()).isEqualTo(400);
    assertThat(thrown.requestId()).matches("[0-9A-Z]{52}");
  }
}
