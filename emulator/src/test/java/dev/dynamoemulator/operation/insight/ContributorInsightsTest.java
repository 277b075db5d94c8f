package dev.dynamoemulator.operation.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.EmulatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UpdateContributorInsights, DescribeContributorInsights, ListContributorInsights. */
class ContributorInsightsTest {

  private static final String INDEXED =
      """
      'BillingMode':'PAY_PER_REQUEST','GlobalSecondaryIndexes':[{'IndexName':'byG',
        'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],
        'Projection':{'ProjectionType':'ALL'}}]
      """;
  private static final long MILLIS = EmulatorFixture.START.toEpochMilli();

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void areDisabledAtFirst() {
    emulator.createTable("things");

    assertThat(emulator.call("DescribeContributorInsights", "{'TableName':'things'}").toString())
        .isEqualTo(
            "{\"TableName\":\"things\",\"ContributorInsightsStatus\":\"DISABLED\","
                + "\"ContributorInsightsMode\":\"ACCESSED_AND_THROTTLED_KEYS\"}");
  }

  @Test
  void nameTheirRulesWhileEnabled() {
    emulator.createIndexedTable("things", INDEXED);

    JsonNode answer = update("things", "'ContributorInsightsAction':'ENABLE'");

    assertThat(answer.toString())
        .isEqualTo(
            "{\"TableName\":\"things\",\"ContributorInsightsStatus\":\"ENABLING\","
                + "\"ContributorInsightsMode\":\"ACCESSED_AND_THROTTLED_KEYS\"}");
    JsonNode described = emulator.call("DescribeContributorInsights", "{'TableName':'things'}");
    assertThat(described.get("ContributorInsightsStatus").asText()).isEqualTo("ENABLED");
    assertThat(described.get("LastUpdateDateTime").asText()).isEqualTo("1.772366400123E9");
    assertThat(texts(described.get("ContributorInsightsRuleList")))
        .containsExactly(
            "DynamoDBContributorInsights-PKC-things-" + MILLIS,
            "DynamoDBContributorInsights-SKC-things-" + MILLIS,
            "DynamoDBContributorInsights-PKT-things-" + MILLIS,
            "DynamoDBContributorInsights-SKT-things-" + MILLIS);
  }

  @Test
  void countOnlyThrottlesWhenTheModeSaysSo() {
    emulator.createTable("things");
    update(
        "things",
        "'ContributorInsightsAction':'ENABLE','ContributorInsightsMode':'THROTTLED_KEYS'");

    JsonNode described = emulator.call("DescribeContributorInsights", "{'TableName':'things'}");

    assertThat(described.get("ContributorInsightsMode").asText()).isEqualTo("THROTTLED_KEYS");
    assertThat(texts(described.get("ContributorInsightsRuleList")))
        .containsExactly("DynamoDBContributorInsights-PKT-things-" + MILLIS);
  }

  @Test
  void areSwitchedSeparatelyForAnIndex() {
    emulator.createIndexedTable("things", INDEXED);

    update("things", "'IndexName':'byG','ContributorInsightsAction':'ENABLE'");

    JsonNode described =
        emulator.call("DescribeContributorInsights", "{'TableName':'things','IndexName':'byG'}");
    assertThat(described.get("IndexName").asText()).isEqualTo("byG");
    assertThat(texts(described.get("ContributorInsightsRuleList")))
        .containsExactly(
            "DynamoDBContributorInsights-PKC-things-byG-" + MILLIS,
            "DynamoDBContributorInsights-PKT-things-byG-" + MILLIS);
    assertThat(summaries("{'TableName':'things'}"))
        .containsExactly("things null DISABLED", "things byG ENABLED");
  }

  @Test
  void walkThroughTheirStates() {
    try (EmulatorFixture delayed = EmulatorFixture.delayed()) {
      delayed.createTable("things");
      delayed.advance(2);
      String enable = "{'TableName':'things','ContributorInsightsAction':'ENABLE'}";
      delayed.call("UpdateContributorInsights", enable);

      assertThat(status(delayed)).isEqualTo("ENABLING");
      delayed.advance(2);
      assertThat(status(delayed)).isEqualTo("ENABLED");
      delayed.call("UpdateContributorInsights", enable.replace("ENABLE", "DISABLE"));
      assertThat(status(delayed)).isEqualTo("DISABLING");
      delayed.advance(2);
      assertThat(status(delayed)).isEqualTo("DISABLED");
    }
  }

  private static String status(EmulatorFixture emulator) {
    return emulator
        .call("DescribeContributorInsights", "{'TableName':'things'}")
        .get("ContributorInsightsStatus")
        .asText();
  }

  @Test
  void areListedPageByPage() {
    emulator.createTable("bbb");
    emulator.createIndexedTable("aaa", INDEXED);
    emulator.createTable("ccc");
    emulator.createTable("ddd");
    update("bbb", "'ContributorInsightsAction':'ENABLE'");
    update("aaa", "'IndexName':'byG','ContributorInsightsAction':'ENABLE'");
    update("ddd", "'ContributorInsightsAction':'ENABLE'");
    update("ddd", "'ContributorInsightsAction':'DISABLE'");

    JsonNode first = emulator.call("ListContributorInsights", "{'MaxResults':2}");
    JsonNode second =
        emulator.call(
            "ListContributorInsights",
            "{'MaxResults':2,'NextToken':'%s'}",
            first.get("NextToken").asText());

    assertThat(summaries(first)).containsExactly("aaa byG ENABLED", "bbb null ENABLED");
    assertThat(summaries(second)).containsExactly("ddd null DISABLED");
    assertThat(second.has("NextToken")).isFalse();
  }

  @Test
  void areForgottenWithTheirTable() {
    emulator.createTable("things");
    update("things", "'ContributorInsightsAction':'ENABLE'");
    emulator.call("DeleteTable", "{'TableName':'things'}");
    emulator.createTable("things");

    assertThat(status(emulator)).isEqualTo("DISABLED");
  }

  @Test
  void surviveARestart(@TempDir Path folder) {
    try (EmulatorFixture file = EmulatorFixture.start(EmulatorOptions.builder().dbPath(folder))) {
      file.createTable("things");
      file.call(
          "UpdateContributorInsights",
          "{'TableName':'things','ContributorInsightsAction':'ENABLE'}");
    }
    try (EmulatorFixture file = EmulatorFixture.start(EmulatorOptions.builder().dbPath(folder))) {
      assertThat(status(file)).isEqualTo("ENABLED");
    }
  }

  private JsonNode update(String tableName, String members) {
    return emulator.call("UpdateContributorInsights", "{'TableName':'%s',%s}", tableName, members);
  }

  private List<String> summaries(String input) {
    return summaries(emulator.call("ListContributorInsights", input));
  }

  private static List<String> summaries(JsonNode answer) {
    List<String> summaries = new ArrayList<>();
    for (JsonNode summary : answer.get("ContributorInsightsSummaries")) {
      summaries.add(
          summary.get("TableName").asText()
              + " "
              + (summary.has("IndexName") ? summary.get("IndexName").asText() : "null")
              + " "
              + summary.get("ContributorInsightsStatus").asText());
    }
    return summaries;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
