package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.VectorTableText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two faults in one request. The order is inferred: that of vector-search.md §1.8, with the place
 * of global indexes among the other checks (tables.md §3.3, §6.1).
 */
class VectorIndexOrderTest {

  private static final String TOO_LONG = "abc v 4097 COSINE ALL";
  private static final String UNDEFINED = "abc v 4097 COSINE ALL HASH:tenant:S";

  private final TableFixture tables = TableFixture.immediate();

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource
  void reportsTheFirstFaultOfADefinition(
      String first, String second, String request, String phrase) {
    tables.create("taken");

    assertThat(tables.error("CreateTable", request)).contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFaultOfADefinition() {
    String undefined =
        create(UNDEFINED).replace(",{'AttributeName':'tenant','AttributeType':'S'}", "");
    return Stream.of(
        row(
            "key",
            "mode",
            provisioned(create("abc v 3 COSINE ALL"))
                .replace("'KeyType':'HASH'", "'KeyType':'RANGE'"),
            "The first KeySchemaElement"),
        row("mode", "search schema", provisioned(undefined), "only supported for PAY_PER_REQUEST"),
        row("search schema", "dimensions", undefined, "One element in SearchSchema"),
        row(
            "dimensions",
            "projection",
            create("abc v 4097 COSINE INCLUDE"),
            "Number of dimensions"),
        row(
            "projection",
            "name",
            create("abc v 3 COSINE ALL", "abc v 3 COSINE INCLUDE"),
            "NonKeyAttributes is not specified"),
        row(
            "name",
            "dimensions of the same attribute",
            create("abc v 3 COSINE ALL", "abc v 4 COSINE ALL"),
            "Duplicate index name"),
        row(
            "count",
            "dimensions of the same attribute",
            create(
                "ab0 v 3 COSINE ALL",
                "ab1 v 4 COSINE ALL",
                "ab2 v 3 COSINE ALL",
                "ab3 v 3 COSINE ALL",
                "ab4 v 3 COSINE ALL",
                "ab5 v 3 COSINE ALL"),
            "VectorIndex count exceeds"),
        row("dimensions", "table", create(TOO_LONG), "Number of dimensions"));
  }

  private static Arguments row(String first, String second, String request, String phrase) {
    return Arguments.of(first, second, request, phrase);
  }

  private static String create(String... indexes) {
    return VectorTableText.createTable("taken", indexes);
  }

  private static String provisioned(String request) {
    return request.replace("'BillingMode':'PAY_PER_REQUEST'", TableFixture.units(1, 1));
  }

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource
  void reportsTheFirstFaultOfAnUpdate(String first, String second, String request, String phrase) {
    tables.createProvisioned("units", 1, 1);

    assertThat(tables.error("UpdateTable", request)).contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFaultOfAnUpdate() {
    String twoChanges =
        VectorTableText.addIndex("units", "abc v 3 COSINE ALL")
            .replace(
                "'VectorIndexUpdates':[", "'VectorIndexUpdates':[{'Delete':{'IndexName':'abd'}},");
    return Stream.of(
        row(
            "dimensions",
            "absent table",
            VectorTableText.addIndex("absent", TOO_LONG),
            "Number of dimensions"),
        row("two changes", "mode", twoChanges, "Only 1 online index"),
        row(
            "mode",
            "no stream",
            VectorTableText.addIndex("units", "abc v 3 COSINE ALL")
                .replace(
                    "{'TableName'", "{'StreamSpecification':{'StreamEnabled':false},'TableName'"),
            "only supported for PAY_PER_REQUEST"));
  }
}
