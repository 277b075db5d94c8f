package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members by tables.md §3.5. */
class CreateTableTest {

  private static final String DEFINITIONS =
      """
      'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
        {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'a','AttributeType':'B'}],
      'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
        {'AttributeName':'sk','KeyType':'RANGE'}]
      """;
  private static final String LOCAL_INDEX =
      """
      'LocalSecondaryIndexes':[{'IndexName':'local','Projection':{'ProjectionType':'KEYS_ONLY'},
        'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
          {'AttributeName':'a','KeyType':'RANGE'}]}]
      """;
  private static final String GLOBAL_INDEX =
      """
      'GlobalSecondaryIndexes':[{'IndexName':'global',
        'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['x','y']},
        'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]}]
      """;

  private final TableFixture tables = TableFixture.immediate();

  @Test
  void describesProvisionedTable() {
    JsonNode created =
        create("'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6}");

    assertThat(created)
        .isEqualTo(
            Json.of(
                """
                {'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
                 'TableName':'orders','TableStatus':'CREATING',
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                 'CreationDateTime':1772366400.123,
                 'ProvisionedThroughput':{'NumberOfDecreasesToday':0,
                   'ReadCapacityUnits':5,'WriteCapacityUnits':6},
                 'TableSizeBytes':0,'ItemCount':0,
                 'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders',
                 'TableId':'%s','DeletionProtectionEnabled':false,
                 'WarmThroughput':{'ReadUnitsPerSecond':5,'WriteUnitsPerSecond':6,
                   'Status':'CREATING'}}
                """,
                created.get("TableId").asText()));
  }

  @Test
  void describesOnDemandTable() {
    JsonNode created = create("'BillingMode':'PAY_PER_REQUEST'");

    assertThat(created.get("BillingModeSummary"))
        .isEqualTo(Json.of("{'BillingMode':'PAY_PER_REQUEST'}"));
    assertThat(created.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of("{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0}"));
    assertThat(created.get("WarmThroughput"))
        .isEqualTo(
            Json.of("{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,'Status':'CREATING'}"));
  }

  @Test
  void isActiveWhenTheAnswerHasArrived() {
    tables.create("orders");

    JsonNode table = tables.describe("orders");
    assertThat(table.get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(table.get("WarmThroughput").get("Status").asText()).isEqualTo("ACTIVE");
    assertThat(table.get("BillingModeSummary"))
        .isEqualTo(
            Json.of(
                """
                {'BillingMode':'PAY_PER_REQUEST',
                 'LastUpdateToPayPerRequestDateTime':1772366400.123}
                """));
  }

  /** Alternator's test_describe_table_billing. */
  @Test
  void datesOnDemandModeByTheCreationOfTheTable() {
    TableFixture delayed = TableFixture.delayed();
    delayed.create("orders");
    delayed.advance(10);

    JsonNode table = delayed.describe("orders");
    assertThat(table.get("BillingModeSummary").get("LastUpdateToPayPerRequestDateTime"))
        .isEqualTo(table.get("CreationDateTime"));
  }

  @Test
  void describesIndexes() {
    JsonNode created =
        tables
            .call(
                "CreateTable",
                "{'TableName':'orders','BillingMode':'PAY_PER_REQUEST',%s,%s,%s}"
                    .formatted(DEFINITIONS, LOCAL_INDEX, GLOBAL_INDEX))
            .get("TableDescription");

    assertThat(created.get("LocalSecondaryIndexes"))
        .isEqualTo(
            Json.of(
                """
                [{'IndexName':'local','Projection':{'ProjectionType':'KEYS_ONLY'},
                  'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
                    {'AttributeName':'a','KeyType':'RANGE'}],'IndexSizeBytes':0,'ItemCount':0,
                  'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders/index/local'}]
                """));
    assertThat(created.get("GlobalSecondaryIndexes"))
        .isEqualTo(
            Json.of(
                """
                [{'IndexName':'global','IndexStatus':'CREATING',
                  'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['x','y']},
                  'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],
                  'ProvisionedThroughput':{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,
                    'WriteCapacityUnits':0},
                  'WarmThroughput':{'ReadUnitsPerSecond':12000,'WriteUnitsPerSecond':4000,
                    'Status':'CREATING'},'IndexSizeBytes':0,'ItemCount':0,
                  'IndexArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders/index/global'}]
                """));
  }

  @Test
  void makesItsIndexesActiveTogetherWithTheTableAndWithoutBackfill() {
    tables.call(
        "CreateTable",
        "{'TableName':'orders','BillingMode':'PAY_PER_REQUEST',%s,%s,%s}"
            .formatted(DEFINITIONS, LOCAL_INDEX, GLOBAL_INDEX));

    JsonNode index = tables.describe("orders").get("GlobalSecondaryIndexes").get(0);
    assertThat(index.get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index.has("Backfilling")).isFalse();
    assertThat(tables.backfills).isEmpty();
    assertThat(schema("orders").index("global").isReadable()).isTrue();
    assertThat(schema("orders").hasLocalIndex()).isTrue();
  }

  @Test
  void acceptsGlobalIndexKeysOfSeveralAttributes() {
    tables.call(
        "CreateTable",
        """
        {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'a','AttributeType':'S'},{'AttributeName':'b','AttributeType':'N'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'GlobalSecondaryIndexes':[{'IndexName':'global','Projection':{'ProjectionType':'ALL'},
           'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
             {'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'}]}]}
        """);

    GlobalIndex index =
        tables.catalogue.find(TableFixture.CALLER, "orders").description().globalIndex("global");
    assertThat(index.key().partitionKey()).hasSize(2);
    assertThat(index.key().sortKey()).hasSize(1);
    assertThat(tables.describe("orders").get("GlobalSecondaryIndexes").get(0).get("KeySchema"))
        .isEqualTo(
            Json.of(
                """
                [{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'a','KeyType':'HASH'},
                 {'AttributeName':'b','KeyType':'RANGE'}]
                """));
  }

  @Test
  void labelsTheStreamWithItsTime() {
    JsonNode created =
        create(
            """
            'BillingMode':'PAY_PER_REQUEST',
            'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}
            """);

    assertThat(created.get("StreamSpecification"))
        .isEqualTo(Json.of("{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}"));
    assertThat(created.get("LatestStreamLabel").asText()).isEqualTo("2026-03-01T12:00:00.123");
    assertThat(created.get("LatestStreamArn").asText())
        .isEqualTo(
            "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-03-01T12:00:00.123");
  }

  @Test
  void givesEveryStreamItsOwnArn() {
    String stream =
        """
        'BillingMode':'PAY_PER_REQUEST',
        'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}
        """;
    String first = create(stream).get("LatestStreamArn").asText();
    tables.call("DeleteTable", "{'TableName':'orders'}");

    assertThat(create(stream).get("LatestStreamArn").asText()).isNotEqualTo(first);
  }

  @Test
  void describesNoStreamThatWasNotEnabled() {
    JsonNode created =
        create("'BillingMode':'PAY_PER_REQUEST','StreamSpecification':{'StreamEnabled':false}");

    assertThat(created.has("StreamSpecification")).isFalse();
    assertThat(created.has("LatestStreamArn")).isFalse();
  }

  @Test
  void describesEncryptionWithAnotherKeyOnly() {
    JsonNode encrypted =
        create(
            """
            'BillingMode':'PAY_PER_REQUEST','SSESpecification':{'Enabled':true,'SSEType':'KMS',
              'KMSMasterKeyId':'arn:aws:kms:us-east-1:000000000000:key/k'}
            """);

    assertThat(encrypted.get("SSEDescription"))
        .isEqualTo(
            Json.of(
                """
                {'Status':'ENABLED','SSEType':'KMS',
                 'KMSMasterKeyArn':'arn:aws:kms:us-east-1:000000000000:key/k'}
                """));
    tables.create("plain");
    assertThat(tables.describe("plain").has("SSEDescription")).isFalse();
  }

  @Test
  void encryptsWithTheManagedKeyByDefault() {
    JsonNode created =
        create("'BillingMode':'PAY_PER_REQUEST','SSESpecification':{'Enabled':true}");

    assertThat(created.get("SSEDescription").get("KMSMasterKeyArn").asText())
        .matches("arn:aws:kms:us-east-1:000000000000:key/[0-9a-f-]{36}");
  }

  @Test
  void keepsTheOtherSettings() {
    JsonNode created =
        create(
            """
            'BillingMode':'PAY_PER_REQUEST','DeletionProtectionEnabled':true,
            'TableClass':'STANDARD_INFREQUENT_ACCESS','Tags':[{'Key':'a','Value':'b'}],
            'OnDemandThroughput':{'MaxReadRequestUnits':10,'MaxWriteRequestUnits':-1},
            'WarmThroughput':{'ReadUnitsPerSecond':15000}
            """);

    assertThat(created.get("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(created.get("TableClassSummary"))
        .isEqualTo(Json.of("{'TableClass':'STANDARD_INFREQUENT_ACCESS'}"));
    assertThat(created.get("OnDemandThroughput"))
        .isEqualTo(Json.of("{'MaxReadRequestUnits':10,'MaxWriteRequestUnits':-1}"));
    assertThat(created.get("WarmThroughput"))
        .isEqualTo(
            Json.of("{'ReadUnitsPerSecond':15000,'WriteUnitsPerSecond':4000,'Status':'CREATING'}"));
  }

  @Test
  void givesARecreatedTableAnotherId() {
    String first = create("'BillingMode':'PAY_PER_REQUEST'").get("TableId").asText();
    tables.call("DeleteTable", "{'TableName':'orders'}");

    String second = create("'BillingMode':'PAY_PER_REQUEST'").get("TableId").asText();

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void takesTheNameFromAnArn() {
    tables.create("arn:aws:dynamodb:us-east-1:000000000000:table/orders");

    assertThat(tables.describe("orders").get("TableName").asText()).isEqualTo("orders");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-2, 000000000000, ValidationException 1 validation error detected: Invalid AWS region",
    "us-east-1, 000000000001, AccessDeniedException User: "
  })
  void createsNoTableElsewhere(String region, String account, String error) {
    String arn = "arn:aws:dynamodb:" + region + ":" + account + ":table/orders";

    assertThat(
            tables.error(
                "CreateTable", TableFixture.definition(arn, "'BillingMode':'PAY_PER_REQUEST'")))
        .startsWith(error);
  }

  @Test
  void showsTheCallersRegionInASharedDatabase() {
    TableFixture shared = TableFixture.shared();
    shared.create("orders");

    JsonNode table =
        shared
            .call(new Namespace("1", "cn-north-1"), "DescribeTable", "{'TableName':'orders'}")
            .get("Table");

    assertThat(table.get("TableArn").asText())
        .isEqualTo("arn:aws-cn:dynamodb:cn-north-1:1:table/orders");
  }

  private JsonNode create(String members) {
    return tables
        .call("CreateTable", TableFixture.definition("orders", members))
        .get("TableDescription");
  }

  private TableSchema schema(String tableName) {
    return tables.catalogue.table(TableFixture.CALLER, tableName).schema();
  }
}
