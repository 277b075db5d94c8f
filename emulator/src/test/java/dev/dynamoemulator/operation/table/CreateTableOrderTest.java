package dev.dynamoemulator.operation.table;

import static dev.dynamoemulator.operation.table.RequestParts.definitions;
import static dev.dynamoemulator.operation.table.RequestParts.index;
import static dev.dynamoemulator.operation.table.RequestParts.indexes;
import static dev.dynamoemulator.operation.table.RequestParts.key;
import static dev.dynamoemulator.operation.table.RequestParts.list;
import static dev.dynamoemulator.operation.table.RequestParts.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two faults in one request; the first by tables.md §3.3 is reported. */
class CreateTableOrderTest {

  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST',";
  private static final String TOO_MANY_UNITS = TableFixture.units(1_000_000_000_001L, 1) + ",";
  private static final String TABLE =
      ON_DEMAND + definitions("pk:S", "sk:S") + key("pk:HASH", "sk:RANGE");
  private static final String KEY = key("pk:HASH", "sk:RANGE");
  private static final String FAULTY_STREAM =
      ",'StreamSpecification':{'StreamEnabled':false,'StreamViewType':'NEW_IMAGE'}";

  private final TableFixture tables = TableFixture.immediate();

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource
  void reportsTheFirstFault(String first, String second, String members, String phrase) {
    tables.create("taken");

    assertThat(tables.error("CreateTable", "{'TableName':'taken'," + members + "}"))
        .contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFault() {
    return Stream.concat(tableFaults(), Stream.concat(localIndexFaults(), globalIndexFaults()));
  }

  private static Stream<Arguments> tableFaults() {
    return Stream.of(
        row(1, 3, ON_DEMAND + TOO_MANY_UNITS + definitions("pk:S") + key("pk:HASH"), "Neither"),
        row(2, 4, definitions("pk:S") + key("pk:HASH", "pk:RANGE"), "must both be specified"),
        row(3, 4, TOO_MANY_UNITS + definitions("pk:S") + key("pk:HASH", "pk:RANGE"), "bounds"),
        row(4, 5, ON_DEMAND + definitions("c:S") + key("a:HASH", "b:RANGE"), "have no definition"),
        row(
            5,
            6,
            ON_DEMAND + definitions("c:S", "d:S") + key("a:HASH", "a:RANGE"),
            "are not defined"),
        row(6, 7, ON_DEMAND + definitions("a:S", "b:S") + key("a:RANGE", "a:HASH"), "same name"),
        row(7, 8, ON_DEMAND + definitions("a:S", "b:S") + key("a:RANGE", "b:HASH"), "The first"),
        row(
            8,
            9,
            ON_DEMAND + definitions("a:S", "b:S", "c:S") + key("a:HASH", "b:HASH"),
            "The second"),
        row(9, 28, ON_DEMAND + definitions("a:S", "b:S") + key("a:HASH") + FAULTY_STREAM, "Number"),
        row(
            10,
            11,
            ON_DEMAND + definitions("a:S", "b:S") + key("a:HASH") + ",'LocalSecondaryIndexes':[]",
            "Some AttributeDefinitions are not used"),
        row(28, "tags", TABLE + FAULTY_STREAM + ",'Tags':[{'Key':'aws:a','Value':''}]", "stream"),
        row(
            29,
            30,
            TABLE
                + ",'StreamSpecification':{'StreamEnabled':true},"
                + "'WarmThroughput':{'ReadUnitsPerSecond':1}",
            "StreamViewType is required"),
        row(
            30,
            "taken name",
            TABLE + ",'WarmThroughput':{'ReadUnitsPerSecond':1}",
            "WarmThroughput"));
  }

  private static Stream<Arguments> localIndexFaults() {
    String notProjected = "'INCLUDE'";
    return Stream.of(
        local(11, 21, "[],'GlobalSecondaryIndexes':[]", "LocalSecondaryIndexes is empty"),
        row(
            12,
            14,
            ON_DEMAND
                + definitions("pk:S")
                + key("pk:HASH")
                + ",'LocalSecondaryIndexes':"
                + list(index("index", key("pk:HASH"), "'ALL'")),
            "Table KeySchema does not have a range key"),
        local(13, 14, list(index("index", key("x:HASH"), "'ALL'")), "are not defined"),
        local(14, 15, list(index("index", key("sk:HASH"), "'ALL'")), "does not have a range key"),
        local(
            15, 18, list(index("index", key("sk:HASH", "pk:RANGE"), notProjected)), "leading hash"),
        local(
            16,
            17,
            list("{'IndexName':'index'," + KEY + ",'Projection':{'NonKeyAttributes':['a']}}"),
            "Unknown ProjectionType"),
        local(
            18,
            19,
            list(index("index", KEY, "'ALL'"), index("index", KEY, notProjected)),
            "ProjectionType is INCLUDE"),
        local(
            19,
            20,
            indexes(5, KEY, "'ALL'")
                .replaceFirst("\\[", "[" + index("index-0", KEY, "'ALL'") + ","),
            "Duplicate index name: index-0"),
        local(
            20,
            21,
            indexes(6, KEY, "'ALL'") + ",'GlobalSecondaryIndexes':[]",
            "Number of LocalSecondaryIndexes"));
  }

  private static Stream<Arguments> globalIndexFaults() {
    String withUnits =
        "{'IndexName':'index',%s,'Projection':{'ProjectionType':%s},%s}"
            .formatted(KEY, "%s", TableFixture.units(1, 1));
    return Stream.of(
        global(18, 23, list(withUnits.formatted("'INCLUDE'")), "ProjectionType is INCLUDE"),
        global(
            23,
            25,
            list(index("index", KEY, "'ALL'"), withUnits.formatted("'ALL'")),
            "should not be specified for index"),
        global(
            25,
            26,
            indexes(20, KEY, "'ALL'")
                .replaceFirst("\\[", "[" + index("index-0", KEY, "'ALL'") + ","),
            "Duplicate index name: index-0"),
        global(
            26,
            27,
            indexes(21, KEY, "'INCLUDE','NonKeyAttributes':[" + names(5) + "]"),
            "GlobalSecondaryIndex count"),
        global(
            27,
            28,
            indexes(6, KEY, "'INCLUDE','NonKeyAttributes':[" + names(17) + "]") + FAULTY_STREAM,
            "projected attributes"));
  }

  private static Arguments row(Object first, Object second, String members, String phrase) {
    return Arguments.of(first.toString(), second.toString(), members, phrase);
  }

  private static Arguments local(Object first, Object second, String indexes, String phrase) {
    return row(first, second, TABLE + ",'LocalSecondaryIndexes':" + indexes, phrase);
  }

  private static Arguments global(Object first, Object second, String indexes, String phrase) {
    return row(first, second, TABLE + ",'GlobalSecondaryIndexes':" + indexes, phrase);
  }
}
