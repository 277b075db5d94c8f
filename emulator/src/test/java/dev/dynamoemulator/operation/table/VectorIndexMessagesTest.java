package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.VectorTableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by vector-search.md §1.8 and §2. Those marked as inferred follow secondary indexes. */
class VectorIndexMessagesTest {

  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";
  private static final String IN_USE =
      "ResourceInUseException Attempt to change a resource which is still in use: ";
  private static final String ONE_AT_A_TIME =
      "LimitExceededException Subscriber limit exceeded: Only 1 online index can be created or"
          + " deleted simultaneously per table";
  private static final String ON_DEMAND_ONLY =
      INVALID + "Vector indexes are only supported for PAY_PER_REQUEST tables";
  private static final String PLAIN = "plain embedding 3 COSINE ALL";

  private final TableFixture tables = TableFixture.immediate();

  @ParameterizedTest
  @MethodSource
  void refusesADefinition(String[] indexes, String message) {
    assertThat(tables.error("CreateTable", VectorTableText.createTable("docs", indexes)))
        .isEqualTo(INVALID + message);
  }

  static Stream<Arguments> refusesADefinition() {
    return Stream.of(
        row(
            "Number of dimensions must be between 1 and 4096 inclusive.",
            "plain embedding 4097 COSINE ALL"),
        row(
            "VectorIndex count exceeds the per-table limit of 5",
            indexes(6).toArray(String[]::new)),
        row(
            "Conflicting attribute definition for 'embedding'. All VectorIndexes on the same vector"
                + " attribute must use the same dimensions.",
            PLAIN,
            "other embedding 4 COSINE ALL"),
        row("Duplicate index name: plain", PLAIN, "plain other 4 COSINE ALL"),
        row(
            "ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
            "plain embedding 3 COSINE INCLUDE"),
        row(
            "ProjectionType is ALL, but NonKeyAttributes is specified",
            "plain embedding 3 COSINE ALL:a"),
        // Inferred.
        row("List of VectorIndexes is empty"),
        row(
            "Two elements in SearchSchema have the same name",
            "plain embedding 3 COSINE ALL HASH:a:S INLINE_FILTER:a:S"),
        row(
            "Conflicting attribute definition for 'pk'. A vector attribute must not be defined in"
                + " AttributeDefinitions.",
            "plain pk 3 COSINE ALL"));
  }

  private static Arguments row(String message, String... indexes) {
    return Arguments.of(indexes, message);
  }

  private static List<String> indexes(int count) {
    List<String> indexes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indexes.add("index-" + i + " embedding 3 COSINE ALL");
    }
    return indexes;
  }

  @Test
  void acceptsWhatIsAtTheLimits() {
    tables.call(
        "CreateTable", VectorTableText.createTable("five", indexes(5).toArray(String[]::new)));
    tables.call("CreateTable", VectorTableText.createTable("one", "plain v 1 COSINE ALL"));
    tables.call("CreateTable", VectorTableText.createTable("most", "plain v 4096 COSINE ALL"));

    assertThat(tables.describe("five").get("VectorIndexes")).hasSize(5);
  }

  @Test
  void refusesAnUndefinedSearchAttribute() {
    String request =
        VectorTableText.createTable("docs", "plain embedding 3 COSINE ALL HASH:tenant:S")
            .replace(",{'AttributeName':'tenant','AttributeType':'S'}", "");

    assertThat(tables.error("CreateTable", request))
        .isEqualTo(INVALID + "One element in SearchSchema is not defined in attribute definitions");
  }

  /** Rule 1.6. */
  @Test
  void refusesADefinitionThatNothingUses() {
    String request =
        VectorTableText.createTable("docs", PLAIN)
            .replace(
                "'AttributeDefinitions':[",
                "'AttributeDefinitions':[" + "{'AttributeName':'embedding','AttributeType':'S'},");

    assertThat(tables.error("CreateTable", request))
        .isEqualTo(
            INVALID
                + "Some AttributeDefinitions are not used. AttributeDefinitions: [embedding, pk],"
                + " keys used: [pk]");
  }

  /** Rule 1.1. */
  @Test
  void refusesAProvisionedTable() {
    String request =
        VectorTableText.createTable("docs", PLAIN)
            .replace("'BillingMode':'PAY_PER_REQUEST'", TableFixture.units(1, 1));

    assertThat(tables.error("CreateTable", request)).isEqualTo(ON_DEMAND_ONLY);
  }

  /** Rule 1.5: 97 attributes, the vector and two filters, and HASH for nothing. */
  @ParameterizedTest
  @MethodSource
  void countsProjectedAttributes(int lastIndexAttributes, String message) {
    List<String> indexes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      indexes.add("index-" + i + " v 3 COSINE INCLUDE:" + names(19));
    }
    indexes.add(
        "last v 3 COSINE INCLUDE:"
            + names(lastIndexAttributes)
            + " HASH:h:S INLINE_FILTER:f:S INLINE_FILTER:g:S");
    String request = VectorTableText.createTable("docs", indexes.toArray(String[]::new));

    if (message == null) {
      tables.call("CreateTable", request);
    } else {
      assertThat(tables.error("CreateTable", request)).isEqualTo(message);
    }
  }

  static Stream<Arguments> countsProjectedAttributes() {
    return Stream.of(
        Arguments.of(17, null),
        Arguments.of(
            18, INVALID + "Number of projected attributes exceeds the per-table limit of 100"));
  }

  private static String names(int count) {
    return RequestParts.names(count).replace("'", "");
  }

  /** Rule 1.1 and §6; the text for a switch is inferred. */
  @Test
  void refusesAVectorIndexInAProvisionedTable() {
    tables.createProvisioned("units", 1, 1);
    tables.call("CreateTable", VectorTableText.createTable("docs", PLAIN));

    assertThat(tables.error("UpdateTable", VectorTableText.addIndex("units", PLAIN)))
        .isEqualTo(ON_DEMAND_ONLY);
    assertThat(
            tables.updateError("docs", "'BillingMode':'PROVISIONED'," + TableFixture.units(1, 1)))
        .isEqualTo(ON_DEMAND_ONLY);
  }

  /** Rule 2.3. */
  @Test
  void changesOneIndexAtATime() {
    tables.call("CreateTable", VectorTableText.createTable("docs", PLAIN, "bbb v 3 COSINE ALL"));

    assertThat(
            tables.updateError(
                "docs",
                "'VectorIndexUpdates':[{'Delete':{'IndexName':'plain'}},"
                    + "{'Delete':{'IndexName':'bbb'}}]"))
        .isEqualTo(ONE_AT_A_TIME);
    assertThat(
            tables.updateError(
                "docs",
                "'VectorIndexUpdates':[{'Delete':{'IndexName':'plain'}}],"
                    + TableFixture.addIndex("global")))
        .isEqualTo(ONE_AT_A_TIME);
  }

  @Test
  void refusesAChangeWhileAnIndexIsBuilt() {
    TableFixture delayed = TableFixture.delayed();
    delayed.create("docs");
    delayed.advance(10);
    delayed.call("UpdateTable", VectorTableText.addIndex("docs", PLAIN));
    delayed.advance(10);

    assertThat(delayed.error("UpdateTable", VectorTableText.addIndex("docs", "abc v 3 COSINE ALL")))
        .isEqualTo(ONE_AT_A_TIME);
    assertThat(delayed.updateError("docs", TableFixture.addIndex("global")))
        .isEqualTo(ONE_AT_A_TIME);
  }

  /** Rule 2.6. */
  @Test
  void refusesToDeleteATableWhileAnIndexIsBuilt() {
    TableFixture delayed = TableFixture.delayed();
    delayed.create("docs");
    delayed.advance(10);
    delayed.call("UpdateTable", VectorTableText.addIndex("docs", PLAIN));

    assertThat(delayed.error("DeleteTable", "{'TableName':'docs'}"))
        .isEqualTo(IN_USE + "Table is being updated: docs");
    delayed.advance(10);
    assertThat(delayed.error("DeleteTable", "{'TableName':'docs'}"))
        .isEqualTo(
            IN_USE + "Cannot delete table while indexes are being created, updated, or deleted.");
  }

  @Test
  void updatesAreCheckedAgainstTheTable() {
    tables.call(
        "CreateTable", VectorTableText.createTable("docs", indexes(5).toArray(String[]::new)));

    assertThat(tables.error("UpdateTable", VectorTableText.addIndex("docs", PLAIN)))
        .isEqualTo(INVALID + "VectorIndex count exceeds the per-table limit of 5");
    assertThat(
            tables.error("UpdateTable", VectorTableText.addIndex("docs", "index-1 v 3 COSINE ALL")))
        .isEqualTo("ValidationException Attempting to create an index which already exists");
    assertThat(tables.error("UpdateTable", VectorTableText.deleteIndex("docs", "absent")))
        .isEqualTo("ResourceNotFoundException Requested resource not found");
    tables.call("UpdateTable", VectorTableText.deleteIndex("docs", "index-1"));
    assertThat(
            tables.error(
                "UpdateTable", VectorTableText.addIndex("docs", "abc embedding 4 COSINE ALL")))
        .isEqualTo(
            INVALID
                + "Conflicting attribute definition for 'embedding'. All VectorIndexes on the same"
                + " vector attribute must use the same dimensions.");
  }

  /** A definition that is stored already does not count (tables.md §6.3 rule 1). */
  @Test
  void anUpdateDefinesItsSearchSchemaItself() {
    tables.call(
        "CreateTable", VectorTableText.createTable("docs", "abc v 3 COSINE ALL HASH:tenant:S"));
    String request =
        VectorTableText.addIndex("docs", "plain embedding 3 COSINE ALL HASH:tenant:S")
            .replace(",{'AttributeName':'tenant','AttributeType':'S'}", "");

    assertThat(tables.error("UpdateTable", request))
        .isEqualTo(INVALID + "One element in SearchSchema is not defined in attribute definitions");
  }

  @Test
  void asksForSomethingToChange() {
    assertThat(tables.updateError("absent", "'VectorIndexUpdates':[]"))
        .startsWith("ValidationException At least one of ProvisionedThroughput, BillingMode,");
    assertThat(tables.updateError("absent", "'VectorIndexUpdates':[{}]"))
        .isEqualTo(
            INVALID + "One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
  }

  @Test
  void namesAreUniqueAmongAllIndexes() {
    String request =
        VectorTableText.createTable("docs", PLAIN)
            .replace(
                "'VectorIndexes'",
                "'GlobalSecondaryIndexes':[{'IndexName':'plain',"
                    + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                    + "'Projection':{'ProjectionType':'ALL'}}],'VectorIndexes'");

    assertThat(tables.error("CreateTable", request))
        .isEqualTo(INVALID + "Duplicate index name: plain");
  }
}
