package dev.dynamoemulator.operation.table;

import static dev.dynamoemulator.operation.table.RequestParts.definitions;
import static dev.dynamoemulator.operation.table.RequestParts.index;
import static dev.dynamoemulator.operation.table.RequestParts.indexes;
import static dev.dynamoemulator.operation.table.RequestParts.key;
import static dev.dynamoemulator.operation.table.RequestParts.list;
import static dev.dynamoemulator.operation.table.RequestParts.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by tables.md §3.3, §3.4 and §4; rules are numbered as there. */
class CreateTableMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST',";

  private final TableFixture tables = TableFixture.immediate();

  @ParameterizedTest(name = "rule {0}: {2}")
  @MethodSource
  void tableFaults(String rule, String members, String message) {
    assertThat(tables.error("CreateTable", "{'TableName':'orders'," + members + "}"))
        .isEqualTo("ValidationException " + message);
  }

  static Stream<Arguments> tableFaults() {
    return Stream.of(
        row(
            "1",
            ON_DEMAND + TableFixture.units(1, 1) + "," + definitions("pk:S") + key("pk:HASH"),
            INVALID
                + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                + " BillingMode is PAY_PER_REQUEST"),
        row(
            "2",
            definitions("pk:S") + key("pk:HASH"),
            INVALID
                + "ReadCapacityUnits and WriteCapacityUnits must both be specified when"
                + " BillingMode is PROVISIONED"),
        row(
            "3 read",
            TableFixture.units(1_000_000_000_001L, 1_000_000_000_001L)
                + ","
                + definitions("pk:S")
                + key("pk:HASH"),
            "Given value 1000000000001 for ReadCapacityUnits is out of bounds"),
        row(
            "3 write",
            TableFixture.units(1_000_000_000_000L, 1_000_000_000_001L)
                + ","
                + definitions("pk:S")
                + key("pk:HASH"),
            "Given value 1000000000001 for WriteCapacityUnits is out of bounds"),
        row(
            "4",
            ON_DEMAND + definitions("pk:S") + key("pk:HASH", "pk:RANGE"),
            "Invalid KeySchema: Some index key attribute have no definition"),
        row(
            "4 without definitions",
            ON_DEMAND + key("pk:HASH"),
            "Invalid KeySchema: Some index key attribute have no definition"),
        row(
            "5",
            ON_DEMAND + definitions("d:S", "c:S") + key("b:HASH", "a:RANGE"),
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions."
                + " Keys: [a, b], AttributeDefinitions: [c, d]"),
        row(
            "6",
            ON_DEMAND + definitions("pk:S", "x:S") + key("pk:HASH", "pk:RANGE"),
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
        row(
            "7",
            ON_DEMAND + definitions("pk:S") + key("pk:RANGE"),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        row(
            "7 without keys",
            ON_DEMAND + definitions("pk:S") + "'KeySchema':[]",
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        row(
            "8",
            ON_DEMAND + definitions("pk:S", "sk:S") + key("pk:HASH", "sk:HASH"),
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"),
        row(
            "inferred",
            ON_DEMAND + definitions("pk:S", "pk:S") + key("pk:HASH"),
            INVALID + "Duplicate AttributeName in AttributeDefinitions: pk"),
        row(
            "9",
            ON_DEMAND + definitions("pk:S", "x:S") + key("pk:HASH"),
            INVALID
                + "Number of attributes in KeySchema does not exactly match number of attributes"
                + " defined in AttributeDefinitions"),
        row(
            "10",
            ON_DEMAND
                + definitions("b:S", "a:S", "z:S")
                + key("b:HASH")
                + ",'GlobalSecondaryIndexes':["
                + index("index", key("a:HASH"), "'ALL'")
                + "]",
            INVALID
                + "Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, z],"
                + " keys used: [a, b]"));
  }

  @ParameterizedTest(name = "rule {0}: {2}")
  @MethodSource
  void localIndexFaults(String rule, String indexes, String message) {
    String table =
        definitions("pk:S", "sk:S") + key("pk:HASH", "sk:RANGE") + ",'LocalSecondaryIndexes':";

    assertThat(
            tables.error(
                "CreateTable", "{'TableName':'orders'," + ON_DEMAND + table + indexes + "}"))
        .isEqualTo("ValidationException " + message);
  }

  static Stream<Arguments> localIndexFaults() {
    String key = key("pk:HASH", "sk:RANGE");
    return Stream.of(
        row("11", "[]", INVALID + "List of LocalSecondaryIndexes is empty"),
        row(
            "13",
            list(index("index", key("pk:HASH", "x:RANGE"), "'ALL'")),
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions."
                + " Keys: [x, pk], AttributeDefinitions: [sk, pk]"),
        row(
            "13",
            list(index("index", key("pk:HASH", "pk:RANGE"), "'ALL'")),
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
        row(
            "13",
            list(index("index", key("pk:RANGE", "sk:RANGE"), "'ALL'")),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
        row(
            "13",
            list(index("index", key("pk:HASH", "sk:HASH"), "'ALL'")),
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"),
        row(
            "14",
            list(index("index", key("pk:HASH"), "'ALL'")),
            INVALID + "Index KeySchema does not have a range key for index: index"),
        row(
            "15",
            list(index("index", key("sk:HASH", "pk:RANGE"), "'ALL'")),
            INVALID
                + "Index KeySchema does not have the same leading hash key as table KeySchema for"
                + " index: index. index hash key: sk, table hash key: pk"),
        row(
            "16",
            list("{'IndexName':'index'," + key + ",'Projection':{}}"),
            INVALID + "Unknown ProjectionType: null"),
        row(
            "17",
            list(index("index", key, "'ALL','NonKeyAttributes':['a']")),
            INVALID + "ProjectionType is ALL, but NonKeyAttributes is specified"),
        row(
            "17",
            list(index("index", key, "'KEYS_ONLY','NonKeyAttributes':['a']")),
            INVALID + "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified"),
        row(
            "18",
            list(index("index", key, "'INCLUDE'")),
            INVALID + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"),
        row(
            "inferred",
            list(index("index", key, "'INCLUDE','NonKeyAttributes':['a','b','a']")),
            INVALID + "Duplicate AttributeName in NonKeyAttributes: a"),
        row(
            "19",
            list(index("index", key, "'ALL'"), index("index", key, "'ALL'")),
            INVALID + "Duplicate index name: index"),
        row(
            "20",
            indexes(6, key, "'ALL'"),
            INVALID + "Number of LocalSecondaryIndexes exceeds per-table limit of 5"));
  }

  @Test
  void requiresATableSortKeyForLocalIndexes() {
    String input =
        "{'TableName':'orders',"
            + ON_DEMAND
            + definitions("pk:S")
            + key("pk:HASH")
            + ",'LocalSecondaryIndexes':"
            + list(index("index", key("pk:HASH"), "'ALL'"))
            + "}";

    assertThat(tables.error("CreateTable", input))
        .isEqualTo(
            "ValidationException "
                + INVALID
                + "Table KeySchema does not have a range key, which is required when specifying a"
                + " LocalSecondaryIndex");
  }

  @ParameterizedTest(name = "rule {0}: {2}")
  @MethodSource
  void globalIndexFaults(String rule, String indexes, String message) {
    String table =
        definitions("pk:S", "sk:S") + key("pk:HASH", "sk:RANGE") + ",'GlobalSecondaryIndexes':";

    assertThat(
            tables.error(
                "CreateTable", "{'TableName':'orders'," + ON_DEMAND + table + indexes + "}"))
        .isEqualTo("ValidationException " + message);
  }

  static Stream<Arguments> globalIndexFaults() {
    String key = key("sk:HASH", "pk:RANGE");
    String keyError = "Invalid KeySchema: ";
    return Stream.of(
        row("21", "[]", INVALID + "List of GlobalSecondaryIndexes is empty"),
        row(
            "22",
            list(index("index", key("y:HASH", "x:RANGE"), "'ALL'")),
            INVALID
                + "Some index key attributes are not defined in AttributeDefinitions."
                + " Keys: [x, y], AttributeDefinitions: [sk, pk]"),
        row(
            "22",
            list(index("index", key("pk:HASH", "pk:RANGE"), "'ALL'")),
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
        row(
            "22",
            list(index("index", key("pk:RANGE"), "'ALL'")),
            keyError + "The first KeySchemaElement is not a HASH key type"),
        row(
            "22",
            list(index("index", key, "'INCLUDE'")),
            INVALID + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"),
        row(
            "23",
            list(
                "{'IndexName':'index',"
                    + key
                    + ",'Projection':{'ProjectionType':'ALL'},"
                    + TableFixture.units(1, 1)
                    + "}"),
            INVALID
                + "ProvisionedThroughput should not be specified for index: index when BillingMode"
                + " is PAY_PER_REQUEST"),
        row(
            "25",
            list(index("index", key, "'ALL'"), index("index", key, "'ALL'")),
            INVALID + "Duplicate index name: index"),
        row(
            "26",
            indexes(21, key, "'ALL'"),
            INVALID + "GlobalSecondaryIndex count exceeds the per-table limit of 20"),
        row(
            "27",
            indexes(6, key, "'INCLUDE','NonKeyAttributes':[" + names(17) + "]"),
            INVALID + "Number of projected attributes exceeds the per-table limit of 100"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void multiAttributeKeyFaults(String key, String message) {
    String[] elements = key.split(" ");
    String[] definitions =
        Stream.concat(
                Stream.of("pk:S"), Stream.of(elements).map(element -> element.split(":")[0] + ":S"))
            .distinct()
            .toArray(String[]::new);
    String input =
        "{'TableName':'orders',"
            + ON_DEMAND
            + definitions(definitions)
            + key("pk:HASH")
            + ",'GlobalSecondaryIndexes':"
            + list(index("index", key(elements), "'ALL'"))
            + "}";

    assertThat(tables.error("CreateTable", input)).isEqualTo("ValidationException " + message);
  }

  static Stream<Arguments> multiAttributeKeyFaults() {
    return Stream.of(
        Arguments.of(
            "a:HASH b:RANGE c:HASH",
            "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the"
                + " KeySchema"),
        Arguments.of(
            "a:HASH b:HASH c:HASH d:HASH e:HASH",
            "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of HASH key"
                + " attributes"),
        Arguments.of(
            "a:HASH b:RANGE c:RANGE d:RANGE e:RANGE f:RANGE",
            "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of RANGE key"
                + " attributes"),
        Arguments.of(
            "a:HASH b:HASH a:RANGE",
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"));
  }

  @Test
  void acceptsIndexesAndProjectionsAtTheLimits() {
    String table =
        ON_DEMAND
            + definitions("pk:S", "sk:S", "a:S", "b:S", "c:S", "d:S", "e:S", "f:S")
            + key("pk:HASH", "sk:RANGE");
    String widest =
        index(
            "widest",
            key(
                "pk:HASH",
                "a:HASH",
                "b:HASH",
                "c:HASH",
                "sk:RANGE",
                "d:RANGE",
                "e:RANGE",
                "f:RANGE"),
            "'ALL'");
    String include = "'INCLUDE','NonKeyAttributes':[" + names(20) + "]";

    tables.call(
        "CreateTable",
        "{'TableName':'orders',"
            + table
            + ",'LocalSecondaryIndexes':"
            + indexes(5, key("pk:HASH", "sk:RANGE"), include)
            + ",'GlobalSecondaryIndexes':"
            + IntStream.range(0, 19)
                .mapToObj(number -> index("global-" + number, key("pk:HASH"), "'ALL'"))
                .collect(Collectors.joining(",", "[" + widest + ",", "]"))
            + "}");

    assertThat(tables.describe("orders").get("GlobalSecondaryIndexes")).hasSize(20);
  }

  @Test
  void requiresThroughputForIndexesOfAProvisionedTable() {
    String input =
        "{'TableName':'orders',"
            + TableFixture.units(1, 1)
            + ","
            + definitions("pk:S")
            + key("pk:HASH")
            + ",'GlobalSecondaryIndexes':"
            + list(index("index", key("pk:HASH"), "'ALL'"))
            + "}";

    assertThat(tables.error("CreateTable", input))
        .isEqualTo(
            "ValidationException "
                + INVALID
                + "ProvisionedThroughput is not specified for index: index");
  }

  @ParameterizedTest
  @CsvSource({"1000000000001, 1000000000001, Read", "1000000000000, 1000000000001, Write"})
  void boundsTheUnitsOfIndexes(long read, long write, String kind) {
    String index =
        index("index", key("pk:HASH"), "'ALL'")
            .replace("'Projection'", TableFixture.units(read, write) + ",'Projection'");
    String input =
        "{'TableName':'orders',"
            + TableFixture.units(1, 1)
            + ","
            + definitions("pk:S")
            + key("pk:HASH")
            + ",'GlobalSecondaryIndexes':"
            + list(index)
            + "}";

    assertThat(tables.error("CreateTable", input))
        .isEqualTo(
            "ValidationException Given value 1000000000001 for "
                + kind
                + "CapacityUnits is out of bounds for index index");
  }

  @Test
  void refusesAGlobalIndexWithTheNameOfALocalOne() {
    String key = key("pk:HASH", "sk:RANGE");
    String input =
        "{'TableName':'orders',"
            + ON_DEMAND
            + definitions("pk:S", "sk:S")
            + key
            + ",'LocalSecondaryIndexes':"
            + list(index("index", key, "'ALL'"))
            + ",'GlobalSecondaryIndexes':"
            + list(index("index", key, "'ALL'"))
            + "}";

    assertThat(tables.error("CreateTable", input))
        .isEqualTo("ValidationException " + INVALID + "Duplicate index name: index");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void settingFaults(String members, String message) {
    assertThat(tables.error("CreateTable", TableFixture.definition("orders", members)))
        .isEqualTo("ValidationException " + message);
  }

  static Stream<Arguments> settingFaults() {
    return Stream.of(
        setting(
            ON_DEMAND
                + "'StreamSpecification':{'StreamEnabled':false,'StreamViewType':'NEW_IMAGE'}",
            INVALID
                + "Table is being created with a stream disabled, UpdateViewType should not be"
                + " specified"),
        setting(
            ON_DEMAND + "'StreamSpecification':{'StreamEnabled':true}",
            INVALID + "StreamViewType is required when StreamEnabled is true"),
        setting(
            TableFixture.units(1, 1) + ",'OnDemandThroughput':{'MaxReadRequestUnits':5}",
            INVALID
                + "Neither MaxReadRequestUnits nor MaxWriteRequestUnits can be specified when"
                + " BillingMode is PROVISIONED"),
        setting(
            ON_DEMAND + "'OnDemandThroughput':{}",
            INVALID
                + "At least one of MaxReadRequestUnits and MaxWriteRequestUnits is required in"
                + " OnDemandThroughput"),
        setting(
            ON_DEMAND + "'OnDemandThroughput':{'MaxReadRequestUnits':0}",
            INVALID
                + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of"
                + " valid range"),
        setting(
            ON_DEMAND + "'WarmThroughput':{'ReadUnitsPerSecond':11999}",
            INVALID
                + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current"
                + " WarmThroughput, decreasing WarmThroughput is not supported"),
        setting(
            TableFixture.units(1, 5) + ",'WarmThroughput':{'WriteUnitsPerSecond':4}",
            INVALID
                + "Requested WriteUnitsPerSecond for WarmThroughput for table is lower than current"
                + " WarmThroughput, decreasing WarmThroughput is not supported"),
        setting(
            ON_DEMAND + "'SSESpecification':{'Enabled':true,'SSEType':'AES256'}",
            INVALID + "SSEType AES256 is not supported"),
        setting(
            ON_DEMAND + "'SSESpecification':{'KMSMasterKeyId':'k'}",
            INVALID + "KMSMasterKeyId can only be specified when SSE is enabled"),
        setting(
            ON_DEMAND + "'Tags':[{'Key':'aws:a','Value':''}]",
            INVALID + "Tag keys with the prefix aws: are reserved: aws:a"));
  }

  @Test
  void refusesANameThatIsTaken() {
    tables.create("orders");

    assertThat(
            tables.error(
                "CreateTable",
                TableFixture.definition("orders", "'BillingMode':'PAY_PER_REQUEST'")))
        .isEqualTo("ResourceInUseException Table already exists: orders");
  }

  private static Arguments row(String rule, String members, String message) {
    return Arguments.of(rule, members, message);
  }

  private static Arguments setting(String members, String message) {
    return Arguments.of(members, message);
  }
}
