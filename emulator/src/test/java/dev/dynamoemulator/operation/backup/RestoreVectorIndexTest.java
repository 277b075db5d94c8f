package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.item.ItemsFixture;
import dev.dynamoemulator.operation.item.VectorTableText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vector indexes in backups and restored tables (vector-search.md §2, §6). */
class RestoreVectorIndexTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String PLAIN = "plain embedding 2 EUCLIDEAN KEYS_ONLY";

  private final ItemsFixture items = ItemsFixture.newer();
  private String backup;

  @BeforeEach
  void backUp() {
    items.call(
        "CreateTable",
        VectorTableText.createTable("docs", PLAIN, "schema embedding 2 COSINE ALL HASH:tenant:S"));
    items.put("docs", "'pk':{'S':'a'},'embedding':{'L':" + vector("1 2") + "}");
    items.put("docs", "'pk':{'S':'b'},'tenant':{'S':'t'},'embedding':{'L':" + vector("3 4") + "}");
    items.put("docs", "'pk':{'S':'c'}");
    backup =
        items
            .call("CreateBackup", "{'TableName':'docs','BackupName':'backup'}")
            .at("/BackupDetails/BackupArn")
            .asText();
  }

  @AfterEach
  void close() {
    items.close();
  }

  @Test
  void aBackupTellsOfThem() {
    JsonNode indexes =
        items
            .call("DescribeBackup", "{'BackupArn':'" + backup + "'}")
            .at("/BackupDescription/SourceTableFeatureDetails/VectorIndexes");

    assertThat(indexes.get(1))
        .isEqualTo(
            json(
                """
                {'IndexName':'schema','VectorAttribute':{'AttributeName':'embedding'},
                 'SearchSchema':[{'AttributeName':'tenant','SearchSchemaElementType':'HASH'}],
                 'Projection':{'ProjectionType':'ALL'},'Dimensions':2,'DistanceFunction':'COSINE'}
                """));
  }

  @Test
  void aRestoredTableHasThemWithTheirEntries() {
    restore("");

    JsonNode restored = table("restored");
    for (int i = 0; i < 2; i++) {
      assertThat(restored.at("/VectorIndexes/" + i + "/ItemCount"))
          .isEqualTo(table("docs").at("/VectorIndexes/" + i + "/ItemCount"));
      assertThat(restored.at("/VectorIndexes/" + i + "/IndexStatus").asText()).isEqualTo("ACTIVE");
    }
    assertThat(restored.get("AttributeDefinitions")).hasSize(2);
    assertThat(
            items
                .call(
                    "SearchVectors",
                    "{'TableName':'restored','IndexName':'plain','TopK':5,'SearchVector':"
                        + vector("0 0")
                        + "}")
                .get("SearchResults"))
        .extracting(result -> result.at("/Item/pk/S").asText())
        .containsExactly("a", "b");
  }

  @Test
  void keepsThoseThatTheRequestRepeats() {
    restore(",'VectorIndexOverride':[" + VectorTableText.definition(PLAIN) + "]");

    assertThat(table("restored").get("VectorIndexes")).hasSize(1);
    assertThat(table("restored").get("AttributeDefinitions")).hasSize(1);
  }

  /** Inferred, as for secondary indexes. */
  @Test
  void refusesOthers() {
    assertThat(fault(",'VectorIndexOverride':[" + definition("other embedding 2 COSINE ALL") + "]"))
        .isEqualTo(
            INVALID
                + "VectorIndexOverride names an index that the source table does not have: other");
    assertThat(fault(",'VectorIndexOverride':[" + definition("plain embedding 2 COSINE ALL") + "]"))
        .isEqualTo(
            INVALID + "VectorIndexOverride does not match the index of the source table: plain");
    assertThat(
            fault(
                ",'BillingModeOverride':'PROVISIONED','ProvisionedThroughputOverride':"
                    + "{'ReadCapacityUnits':1,'WriteCapacityUnits':1}"))
        .isEqualTo(INVALID + "Vector indexes are only supported for PAY_PER_REQUEST tables");
  }

  private static String definition(String index) {
    return VectorTableText.definition(index);
  }

  private void restore(String members) {
    items.call("RestoreTableFromBackup", request(members));
  }

  private String fault(String members) {
    return items.fault("RestoreTableFromBackup", request(members));
  }

  private String request(String members) {
    return "{'TargetTableName':'restored','BackupArn':'" + backup + "'" + members + "}";
  }

  private JsonNode table(String name) {
    return items.call("DescribeTable", "{'TableName':'" + name + "'}").get("Table");
  }
}
