package dev.dynamoemulator.operation.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a SELECT and their tokens (partiql.md §4.4). */
class SelectPagingTest {

  private static final String SEVERAL = "SELECT * FROM tab WHERE pk IN ['c', 'a', 'b']";
  private static StatementsFixture statements;

  @BeforeAll
  static void fillTable() {
    statements = StatementsFixture.withPagesOf(1000);
    statements.items.create("tab", "pk:S sk:N", "GSI gsi even:S ALL");
    for (String pk : List.of("a", "b", "c")) {
      for (int sk = 1; sk <= 4; sk++) {
        statements.items.put(
            "tab",
            "'pk':{'S':'%s'},'sk':{'N':'%d'},'even':{'S':'%s'}".formatted(pk, sk, sk % 2 == 0));
      }
    }
    for (int sk = 1; sk <= 5; sk++) {
      statements.items.put(
          "tab",
          "'pk':{'S':'large'},'sk':{'N':'%d'},'x':{'S':'%s'}".formatted(sk, "x".repeat(400)));
    }
  }

  @AfterAll
  static void close() {
    statements.items.close();
  }

  private static JsonNode page(int limit, String token, String statement, String... parameters) {
    return statements.execute(members(limit, token), statement, parameters);
  }

  private static String members(int limit, String token) {
    return (limit == 0 ? "" : "'Limit':" + limit + ",")
        + (token == null ? "" : "'NextToken':'" + token + "',");
  }

  private static String token(JsonNode page) {
    assertThat(page.has("LastEvaluatedKey")).isEqualTo(page.has("NextToken"));
    return page.has("NextToken") ? page.get("NextToken").asText() : null;
  }

  /** The keys of all items, page by page. */
  private static List<String> pages(int limit, String statement) {
    List<String> pages = new ArrayList<>();
    String token = null;
    do {
      JsonNode page = page(limit, token, statement);
      List<String> keys = new ArrayList<>();
      page.get("Items")
          .forEach(item -> keys.add(item.at("/pk/S").asText() + item.at("/sk/N").asText()));
      pages.add(String.join(" ", keys));
      token = token(page);
    } while (token != null);
    return pages;
  }

  @Test
  void goesOnThroughSeveralPartitions() {
    assertThat(pages(5, SEVERAL)).containsExactly("c1 c2 c3 c4 a1", "a2 a3 a4 b1 b2", "b3 b4");
    assertThat(pages(4, SEVERAL)).containsExactly("c1 c2 c3 c4", "a1 a2 a3 a4", "b1 b2 b3 b4", "");
    assertThat(pages(100, SEVERAL)).containsExactly("c1 c2 c3 c4 a1 a2 a3 a4 b1 b2 b3 b4");
  }

  @Test
  void goesOnInDescendingOrder() {
    assertThat(pages(3, SEVERAL + " ORDER BY pk DESC, sk DESC"))
        .containsExactly("c4 c3 c2", "c1 b4 b3", "b2 b1 a4", "a3 a2 a1", "");
  }

  @Test
  void limitsEvaluatedItemsBeforeTheFilter() {
    assertThat(pages(3, SEVERAL + " AND even = 'true'"))
        .containsExactly("c2", "c4 a2", "a4", "b2 b4", "");
    assertThat(pages(2, "SELECT * FROM tab WHERE pk = 'a' AND even = 'nothing'"))
        .containsExactly("", "", "");
  }

  @Test
  void endsPagesBySizeOverAllPartitions() {
    assertThat(pages(0, "SELECT * FROM tab WHERE pk IN ['a', 'large']"))
        .containsExactly("a1 a2 a3 a4 large1 large2 large3", "large4 large5");
  }

  @Test
  void goesOnInIndexesAndScans() {
    assertThat(String.join(" ", pages(4, "SELECT * FROM tab.gsi WHERE even = 'true'")).split(" "))
        .containsExactlyInAnyOrder("a2", "a4", "b2", "b4", "c2", "c4");
    assertThat(String.join(" ", pages(4, "SELECT * FROM tab WHERE sk = 1")).trim().split(" +"))
        .containsExactlyInAnyOrder("a1", "b1", "c1", "large1");
  }

  @Test
  void tellsTheLastEvaluatedKey() {
    assertThat(page(2, null, SEVERAL).get("LastEvaluatedKey"))
        .isEqualTo(StatementsFixture.json("{'pk':{'S':'c'},'sk':{'N':'2'}}"));
  }

  @Test
  void readsOneItemWithoutPaging() {
    assertThat(page(1, null, "SELECT * FROM tab WHERE pk = 'a' AND sk = 1").has("NextToken"))
        .isFalse();
  }

  @Test
  void acceptsAnotherLimitWithTheToken() {
    String token = token(page(1, null, SEVERAL));

    assertThat(page(2, token, SEVERAL).get("Items")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM tab WHERE pk = ? AND sk > 0 | {'S':'b'}",
        "SELECT * FROM tab WHERE sk > 0 AND pk = ? | {'S':'a'}",
        "SELECT * FROM tab WHERE pk = ?  AND sk > 0 | {'S':'a'}",
        "INSERT INTO tab VALUE {'pk': ?, 'sk': 9} | {'S':'a'}",
      })
  void bindsTokensToStatementAndParameters(String statement, String parameter) {
    String token = token(page(1, null, "SELECT * FROM tab WHERE pk = ? AND sk > 0", "{'S':'a'}"));

    assertThat(statements.faultWith(members(0, token), statement, parameter))
        .isEqualTo("NextToken does not match request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "AAAA"})
  void refusesWhatIsNoToken(String token) {
    assertThat(statements.faultWith(members(0, token), SEVERAL)).isEqualTo("Invalid NextToken");
  }

  @Test
  void refusesTokensThatWereChanged() {
    String token = token(page(1, null, SEVERAL));
    String changed =
        token.substring(0, 30) + (token.charAt(30) == 'A' ? 'B' : 'A') + token.substring(31);

    assertThat(statements.faultWith(members(0, changed), SEVERAL))
        .isEqualTo("NextToken does not match request");
  }

  /** DynamoDB Local 2.6.1 waits as long. */
  @Test
  void refusesTokensThatAreAnHourOld() {
    String token = token(page(1, null, SEVERAL));

    statements.items.advance(Duration.ofMinutes(59));
    assertThat(page(1, token, SEVERAL).get("Items")).hasSize(1);
    statements.items.advance(Duration.ofMinutes(1));
    assertThat(statements.faultWith(members(0, token), SEVERAL))
        .isEqualTo("Given NextToken has already expired");
  }
}
