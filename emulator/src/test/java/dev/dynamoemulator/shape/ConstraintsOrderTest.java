package dev.dynamoemulator.shape;

import static dev.dynamoemulator.shape.ConstraintsMessagesTest.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsOrderTest {

  private static final Pattern MEMBER = Pattern.compile("Value (?:.*? )?at '(.*?)'");

  /** protocol.md §6.6 */
  @Test
  void reportsAllEnumsOfPutItem() {
    String message =
        message(
            "PutItem",
            "{'TableName':'t','Item':{},'ReturnValues':'x','ReturnItemCollectionMetrics':'y',"
                + "'ReturnConsumedCapacity':'z'}",
            Wording.NEWER);

    assertThat(message)
        .isEqualTo(
            "3 validation errors detected: Value 'z' at 'returnConsumedCapacity' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value"
                + " 'y' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must"
                + " satisfy enum value set: [SIZE, NONE]; Value 'x' at 'returnValues' failed to"
                + " satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD,"
                + " ALL_OLD, NONE, UPDATED_NEW]");
  }

  /** protocol.md §6.6 */
  @Test
  void reportsBothEnumsOfDeleteItem() {
    String json = "{'TableName':'t','Key':{},'ReturnValues':'x','ReturnConsumedCapacity':'z'}";

    assertThat(members("DeleteItem", json, Wording.NEWER))
        .containsExactly("returnConsumedCapacity", "returnValues");
    assertThat(members("DeleteItem", json, Wording.OLDER))
        .containsExactly("returnConsumedCapacity", "returnValues");
  }

  /** protocol.md §6.6, tables.md §1.8 */
  @Test
  void reportsOnlyTheFirstEnumOfUpdateItemInTheNewerGeneration() {
    String json = "{'TableName':'t','Key':{},'ReturnValues':'x','ReturnConsumedCapacity':'z'}";

    assertThat(message("UpdateItem", json, Wording.NEWER))
        .isEqualTo(
            "1 validation error detected: Value at 'ReturnValues' failed to satisfy constraint:"
                + " Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW,"
                + " UPDATE_NEW, NONE]");
    assertThat(members("UpdateItem", json, Wording.OLDER))
        .containsExactly("returnConsumedCapacity", "returnValues");
  }

  /** protocol.md §6.6 */
  @Test
  void reportsOnlyAnEmptyTableNameInTheNewerGeneration() {
    String json = "{'TableName':'','ReturnValues':'x','ReturnConsumedCapacity':'z'}";

    assertThat(members("PutItem", json, Wording.NEWER)).containsExactly("TableName");
    assertThat(members("PutItem", json, Wording.OLDER))
        .containsExactly("returnConsumedCapacity", "tableName", "item", "returnValues");
  }

  /** tables.md §3.2 */
  @Test
  void reportsABadLengthOfANewTableNameAlone() {
    assertThat(members("CreateTable", "{'TableName':'x!','BillingMode':'x'}", Wording.OLDER))
        .containsExactly("tableName");
  }

  /** tables.md §3.2 */
  @Test
  void reportsMembersOfCreateTableInItsOrder() {
    String json =
        "{'GlobalSecondaryIndexes':[{'Projection':{}}],'LocalSecondaryIndexes':[{'Projection':{},"
            + "'KeySchema':[]}],'KeySchema':[],'ProvisionedThroughput':{'ReadCapacityUnits':0},"
            + "'BillingMode':'x','TableName':'abc;','AttributeDefinitions':[{}]}";

    assertThat(members("CreateTable", json, Wording.OLDER))
        .containsExactly(
            "attributeDefinitions.1.member.attributeName",
            "attributeDefinitions.1.member.attributeType",
            "tableName",
            "billingMode",
            "provisionedThroughput.writeCapacityUnits",
            "provisionedThroughput.readCapacityUnits",
            "keySchema",
            "localSecondaryIndexes.1.member.indexName",
            "localSecondaryIndexes.1.member.keySchema",
            "globalSecondaryIndexes.1.member.indexName");
  }

  /** tables.md §6.1 */
  @Test
  void reportsMembersOfUpdateTableInItsOrder() {
    String json =
        "{'TableName':'abc','GlobalSecondaryIndexUpdates':[{'Create':{}},{'Delete':{},'Update':"
            + "{}}],'BillingMode':'x','ProvisionedThroughput':{}}";

    assertThat(members("UpdateTable", json, Wording.OLDER))
        .containsExactly(
            "provisionedThroughput.writeCapacityUnits",
            "provisionedThroughput.readCapacityUnits",
            "billingMode",
            "globalSecondaryIndexUpdates.1.member.create.indexName",
            "globalSecondaryIndexUpdates.1.member.create.projection",
            "globalSecondaryIndexUpdates.1.member.create.keySchema",
            "globalSecondaryIndexUpdates.2.member.update.indexName",
            "globalSecondaryIndexUpdates.2.member.delete.indexName");
  }

  /** tables.md §6.1: as §3.2 has it for a new table (dynalite, too). */
  @Test
  void collectsOddCharactersOfATableNameButReportsItsLengthAlone() {
    String json = "{'TableName':'NAME','BillingMode':'x','ProvisionedThroughput':{}}";

    assertThat(members("UpdateTable", json.replace("NAME", "abc;"), Wording.NEWER))
        .containsExactly(
            "tableName",
            "provisionedThroughput.writeCapacityUnits",
            "provisionedThroughput.readCapacityUnits",
            "billingMode");
    assertThat(members("UpdateTable", json.replace("NAME", "a".repeat(256)), Wording.NEWER))
        .containsExactly("tableName");
  }

  /** tables.md §7.11 */
  @Test
  void reportsThePatternOfANameBeforeItsLength() {
    assertThat(message("ListTables", "{'ExclusiveStartTableName':''}", Wording.NEWER))
        .isEqualTo(
            "2 validation errors detected: Value '' at 'exclusiveStartTableName' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+;"
                + " Value '' at 'exclusiveStartTableName' failed to satisfy constraint: Member"
                + " must have length greater than or equal to 3");
  }

  /** dynalite quotes the service's answer to such a name. */
  @ParameterizedTest
  @CsvSource({
    "ListTables, '{''ExclusiveStartTableName'':''NAME''}', exclusiveStartTableName",
    "Query, '{''TableName'':''t'',''IndexName'':''NAME''}', indexName",
    "CreateBackup, '{''TableName'':''t'',''BackupName'':''NAME''}', backupName"
  })
  void reportsThePatternOfANameThatIsTooLong(String operation, String json, String member) {
    String name = "89hls;;f;d" + "a".repeat(246);

    assertThat(message(operation, json.replace("NAME", name), Wording.NEWER))
        .isEqualTo(
            "2 validation errors detected: Value '%1$s' at '%2$s' failed to satisfy constraint:"
                    .formatted(name, member)
                + " Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+;"
                + " Value '%1$s' at '%2$s' failed to satisfy constraint: Member must have length"
                    .formatted(name, member)
                + " less than or equal to 255");
  }

  /** protocol.md §6.1 */
  @Test
  void reportsTenFailuresAtMost() {
    String json = "{'TransactItems':[" + "{'Delete':{}},".repeat(9) + "{'Delete':{}}]}";

    assertThat(message("TransactWriteItems", json, Wording.NEWER))
        .startsWith("10 validation errors detected: ");
    assertThat(members("TransactWriteItems", json, Wording.NEWER))
        .hasSize(10)
        .startsWith("transactItems.1.member.delete.key")
        .endsWith("transactItems.5.member.delete.tableName");
  }

  /** protocol.md §6.5 */
  @Test
  void reportsALowLimitOfQueryOnlyWhenNothingElseIsWrong() {
    assertThat(members("Query", "{'TableName':'t','Limit':0,'Select':'x'}", Wording.NEWER))
        .containsExactly("select");
  }

  private static List<String> members(String operation, String json, Wording wording) {
    List<String> members = new ArrayList<>();
    Matcher matcher = MEMBER.matcher(message(operation, json, wording));
    while (matcher.find()) {
      members.add(matcher.group(1));
    }
    return members;
  }
}
