package dev.dynamoemulator.operation.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.item.ItemsFixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An emulator that is given statements. These stand as clients write them; parameters, items and
 * answers are JSON in single quotes.
 */
final class StatementsFixture {

  final ItemsFixture items;

  private StatementsFixture(ItemsFixture items) {
    this.items = items;
  }

  static StatementsFixture standard() {
    return new StatementsFixture(ItemsFixture.newer());
  }

  static StatementsFixture withPagesOf(int bytes) {
    return new StatementsFixture(ItemsFixture.withPagesOf(bytes));
  }

  /** With the table {@code tab} of partition key {@code pk} (S) and sort key {@code sk} (N). */
  static StatementsFixture withTable(String... indexes) {
    StatementsFixture fixture = standard();
    fixture.items.create("tab", "pk:S sk:N", indexes);
    return fixture;
  }

  /** What one statement returns. */
  JsonNode items(String statement, String... parameters) {
    return execute("", statement, parameters).get("Items");
  }

  /**
   * Executes one statement.
   *
   * @param members further members of the request, each ending in a comma
   */
  JsonNode execute(String members, String statement, String... parameters) {
    return items.call("ExecuteStatement", request(members, statement, parameters));
  }

  /** The message of a ValidationException; of another error its name and message. */
  String fault(String statement, String... parameters) {
    return faultWith("", statement, parameters);
  }

  String faultWith(String members, String statement, String... parameters) {
    return items.fault("ExecuteStatement", request(members, statement, parameters));
  }

  JsonNode error(String members, String statement, String... parameters) {
    return items.error("ExecuteStatement", request(members, statement, parameters));
  }

  /** The answers to the statements of a batch. */
  JsonNode batch(String... statements) {
    return items.call("BatchExecuteStatement", list("Statements", "", statements)).get("Responses");
  }

  static String list(String member, String members, String... statements) {
    return IntStream.range(0, statements.length)
        .mapToObj(i -> request("", statements[i]))
        .collect(Collectors.joining(",", "{" + members + "'" + member + "':[", "]}"));
  }

  static String transaction(String... statements) {
    return list("TransactStatements", "", statements);
  }

  static String request(String members, String statement, String... parameters) {
    String list = parameters.length == 0 ? "" : ",'Parameters':" + List.of(parameters);
    return "{" + members + "'Statement':" + text(statement) + list + "}";
  }

  /** As JSON whose quotes survive the fixture's exchange of single for double ones. */
  private static String text(String statement) {
    StringBuilder json = new StringBuilder("'");
    for (char c : statement.toCharArray()) {
      if (c == '\'' || c == '"' || c == '\\' || c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('\'').toString();
  }

  static JsonNode json(String text) {
    return ItemsFixture.json(text);
  }
}
