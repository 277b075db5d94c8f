package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** UpdateTimeToLive and DescribeTimeToLive by tables.md §11.1. */
class UpdateTimeToLiveTest {

  private static final int AN_HOUR = 3600;

  private final TableFixture tables = TableFixture.immediate();

  @Test
  void isOffAtFirst() {
    tables.create("orders");

    assertThat(describe(tables)).isEqualTo(Json.of("{'TimeToLiveStatus':'DISABLED'}"));
  }

  @Test
  void isOnWhenTheAnswerHasArrived() {
    tables.create("orders");

    assertThat(update(tables, true, "ttl"))
        .isEqualTo(Json.of("{'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}"));
    assertThat(describe(tables))
        .isEqualTo(Json.of("{'TimeToLiveStatus':'ENABLED','AttributeName':'ttl'}"));
  }

  @Test
  void forgetsTheAttributeWhenOff() {
    tables.create("orders");
    update(tables, true, "ttl");
    tables.advance(AN_HOUR);

    assertThat(update(tables, false, "ttl"))
        .isEqualTo(Json.of("{'TimeToLiveSpecification':{'Enabled':false,'AttributeName':'ttl'}}"));
    assertThat(describe(tables)).isEqualTo(Json.of("{'TimeToLiveStatus':'DISABLED'}"));
  }

  @Test
  void showsTheTransientStates() {
    TableFixture delayed = TableFixture.delayed();
    delayed.create("orders");
    delayed.advance(10);

    update(delayed, true, "ttl");
    assertThat(describe(delayed))
        .isEqualTo(Json.of("{'TimeToLiveStatus':'ENABLING','AttributeName':'ttl'}"));
    delayed.advance(AN_HOUR);
    assertThat(describe(delayed).get("TimeToLiveStatus").asText()).isEqualTo("ENABLED");

    update(delayed, false, "ttl");
    assertThat(describe(delayed))
        .isEqualTo(Json.of("{'TimeToLiveStatus':'DISABLING','AttributeName':'ttl'}"));
    delayed.advance(10);
    assertThat(describe(delayed)).isEqualTo(Json.of("{'TimeToLiveStatus':'DISABLED'}"));
  }

  @Test
  void refusesWhatChangesNothing() {
    tables.create("orders");

    assertThat(error(false, "ttl")).isEqualTo("ValidationException TimeToLive is already disabled");
    update(tables, true, "ttl");
    assertThat(error(true, "ttl")).isEqualTo("ValidationException TimeToLive is already enabled");
  }

  @Test
  void refusesAnotherAttributeWhileOn() {
    tables.create("orders");
    update(tables, true, "ttl");
    String message =
        "ValidationException TimeToLive is active on a different AttributeName: current"
            + " AttributeName is ttl";

    assertThat(error(true, "other")).isEqualTo(message);
    assertThat(error(false, "other")).isEqualTo(message);
  }

  @Test
  void refusesASecondChangeWithinAnHour() {
    tables.create("orders");
    update(tables, true, "ttl");
    tables.advance(AN_HOUR - 1);

    assertThat(error(false, "ttl"))
        .isEqualTo(
            "ValidationException Time to live has been modified multiple times within a fixed"
                + " interval");
  }

  @Test
  void reportsAnAbsentTable() {
    String message =
        "ResourceNotFoundException Requested resource not found: Table: orders not found";

    assertThat(error(true, "ttl")).isEqualTo(message);
    assertThat(tables.error("DescribeTimeToLive", "{'TableName':'orders'}")).isEqualTo(message);
  }

  private JsonNode describe(TableFixture fixture) {
    return fixture
        .call("DescribeTimeToLive", "{'TableName':'orders'}")
        .get("TimeToLiveDescription");
  }

  private static JsonNode update(TableFixture fixture, boolean enabled, String attributeName) {
    return fixture.call("UpdateTimeToLive", input(enabled, attributeName));
  }

  private String error(boolean enabled, String attributeName) {
    return tables.error("UpdateTimeToLive", input(enabled, attributeName));
  }

  private static String input(boolean enabled, String attributeName) {
    return """
        {'TableName':'orders',
         'TimeToLiveSpecification':{'Enabled':%s,'AttributeName':'%s'}}
        """
        .formatted(enabled, attributeName);
  }
}
