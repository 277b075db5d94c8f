package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Namespace;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By tables.md §7.9 and §7.10, and control-plane.md §8. */
class ListTablesTest {

  private final TableFixture tables = TableFixture.immediate();

  @BeforeEach
  void createTables() {
    List.of("ccc", "aaa", "bbb", "Zzz").forEach(tables::create);
  }

  @Test
  void listsNamesByTheirBytes() {
    assertThat(tables.call("ListTables", "{}"))
        .isEqualTo(Json.of("{'TableNames':['Zzz','aaa','bbb','ccc']}"));
  }

  @Test
  void endsAPageAtTheLimit() {
    assertThat(tables.call("ListTables", "{'Limit':3}"))
        .isEqualTo(Json.of("{'TableNames':['Zzz','aaa','bbb'],'LastEvaluatedTableName':'bbb'}"));
  }

  @Test
  void announcesNoPageAfterTheLastName() {
    assertThat(tables.call("ListTables", "{'Limit':4}").has("LastEvaluatedTableName")).isFalse();
  }

  @Test
  void startsAfterANameThatNeedNotExist() {
    assertThat(tables.call("ListTables", "{'ExclusiveStartTableName':'aab'}"))
        .isEqualTo(Json.of("{'TableNames':['bbb','ccc']}"));
    assertThat(tables.call("ListTables", "{'ExclusiveStartTableName':'aaa','Limit':1}"))
        .isEqualTo(Json.of("{'TableNames':['bbb'],'LastEvaluatedTableName':'bbb'}"));
    assertThat(tables.call("ListTables", "{'ExclusiveStartTableName':'ccc'}"))
        .isEqualTo(Json.of("{'TableNames':[]}"));
  }

  @Test
  void listsNoTablesOfOthers() {
    Namespace elsewhere = new Namespace("000000000000", "eu-west-1");

    assertThat(tables.call(elsewhere, "ListTables", "{}")).isEqualTo(Json.of("{'TableNames':[]}"));
  }

  @Test
  void listsAHundredNamesByDefault() {
    for (int number = 0; number < 97; number++) {
      tables.create("table-" + number);
    }

    assertThat(tables.call("ListTables", "{}").get("TableNames")).hasSize(100);
    assertThat(tables.call("ListTables", "{}").has("LastEvaluatedTableName")).isTrue();
  }

  @Test
  void tellsQuotasAndEndpoints() {
    assertThat(tables.call("DescribeLimits", "{}"))
        .isEqualTo(
            Json.of(
                """
                {'AccountMaxReadCapacityUnits':80000,'AccountMaxWriteCapacityUnits':80000,
                 'TableMaxReadCapacityUnits':40000,'TableMaxWriteCapacityUnits':40000}
                """));
    assertThat(tables.call("DescribeEndpoints", "{}"))
        .isEqualTo(
            Json.of(
                """
                {'Endpoints':[{'Address':'dynamodb.us-east-1.amazonaws.com',
                  'CachePeriodInMinutes':1440}]}
                """));
  }
}
