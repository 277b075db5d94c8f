package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence: items.md §3, §4. */
class DeleteItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.create("tbl", "pk:S", "GSI index gpk:S KEYS_ONLY");
    items.put("tbl", "'pk':{'S':'1'},'gpk':{'S':'g'},'v':{'N':'1.0'}");
  }

  private JsonNode delete(String members) {
    return items.call("DeleteItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'}}" + members + "}");
  }

  @Test
  void removesTheItemAndItsIndexEntry() {
    assertThat(delete("")).isEqualTo(json("{}"));

    assertThat(items.get("tbl", "'pk':{'S':'1'}")).isNull();
    assertThat(items.call("Scan", "{'TableName':'tbl','IndexName':'index'}").get("Count").asInt())
        .isZero();
  }

  @Test
  void succeedsWhenThereIsNoItem() {
    delete("");

    assertThat(delete(",'ReturnValues':'ALL_OLD'")).isEqualTo(json("{}"));
  }

  @Test
  void returnsTheOldItemWhenAsked() {
    assertThat(delete(",'ReturnValues':'ALL_OLD'"))
        .isEqualTo(json("{'Attributes':{'pk':{'S':'1'},'gpk':{'S':'g'},'v':{'N':'1'}}}"));
  }

  @Test
  void deletesOnlyWhenTheConditionHolds() {
    String other = ",'Expected':{'v':{'Value':{'N':'2'}}}";
    String request = "{'TableName':'tbl','Key':{'pk':{'S':'%s'}}" + other + "}";

    assertThat(items.fault("DeleteItem", request.formatted("1")))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(items.fault("DeleteItem", request.formatted("missing")))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(items.get("tbl", "'pk':{'S':'1'}")).isNotNull();

    delete(",'Expected':{'v':{'Value':{'N':'1'}}}");
    assertThat(items.get("tbl", "'pk':{'S':'1'}")).isNull();
  }
}
